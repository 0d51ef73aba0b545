-- sojourn.registration_content(person, term, lang): everything that a
-- confirmation of registration prints (R33), in its language.
-- Returns: null when nothing is registered and nothing was left
-- Tables: person, temporary_id, registration_right, application, university,
--         term, enrolment, section, course (read)
create or replace function sojourn.registration_content(p_person bigint,
    p_term integer, p_lang text)
returns jsonb
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with course as (
		select s.code, e.holds_seat, e.credits, jsonb_build_object(
		    'code', s.code,
		    'title', sojourn.pick(p_lang, c.title_ko, c.title_en,
			c.title_ja),
		    'instructor', sojourn.pick(p_lang, s.instructor_ko,
			s.instructor_en, s.instructor_en),
		    'times', coalesce(sojourn.times_text(s.id, p_lang), ''),
		    'room', s.room,
		    'credits', e.credits,
		    'state', case when e.holds_seat then 'registered'
			else e.state end) as line
		  from enrolment e
		  join section s on s.id = e.section_id
		  join course c on c.id = s.course_id
		 where e.person_id = p_person and e.term_id = p_term)
	select jsonb_build_object(
	    'name', p.name_native,
	    'name_latin', trim(p.name_family || ' ' || p.name_given),
	    'id', i.id,
	    'university', sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
	    'student_no', coalesce(a.student_no, ''),
	    'department', sojourn.department_words(a.department, p_lang),
	    'level', coalesce(a.level, ''),
	    'term', t.code,
	    'classes_from', lower(t.classes),
	    'classes_till', upper(t.classes) - 1,
	    'courses', (select jsonb_agg(k.line order by k.code) from course k),
	    'credits', coalesce((select sum(k.credits) from course k
		where k.holds_seat), 0))
	  from person p
	  join term t on t.id = p_term
	  left join temporary_id i on i.person_id = p.id
	  left join registration_right r on r.person_id = p.id
		and r.term_id = p_term
	  left join application a on a.id = r.application_id
	  left join university u on u.id = r.university_id
	 where p.id = p_person and exists (select from course)
$$;
