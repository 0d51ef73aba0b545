-- sojourn.list_spread(term, university): how the grades are spread in each section
-- that a list of grades names, so that a home university can judge them (R186).
-- Sections with fewer than five grades are left out: they would tell about
-- single students of other universities.
-- Returns: [{section, students, mean, spread: [[name, students], ...]}, ...]
-- Tables: registration_right, enrolment, section (read), by
--   sojourn.grade_figures, sojourn.grade_spread
create or replace function sojourn.list_spread(p_term integer,
    p_university integer) returns jsonb
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce(jsonb_agg(jsonb_build_object('section', s.code,
	    'students', f.given, 'mean', f.mean, 'spread', (
		select jsonb_agg(jsonb_build_array(b.name, b.students)
		    order by b.n) from sojourn.grade_spread(array[s.id]) b))
	    order by s.code), '[]')
	  from (select distinct e.section_id
		  from registration_right r
		  join enrolment e on e.person_id = r.person_id
			and e.term_id = r.term_id
		 where r.term_id = p_term and r.university_id = p_university) x
	  join section s on s.id = x.section_id
	 cross join lateral sojourn.grade_figures(s.id) f
	 where f.given >= 5
$$;
