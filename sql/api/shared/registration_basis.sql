-- sojourn.registration_basis(person, term): what a confirmation of registration
-- rests on: which courses, with how many credits, and whether they were left.
-- Rooms, hours and names of people may change without making it untrue.
-- Tables: term, enrolment, section (read)
create or replace function sojourn.registration_basis(p_person bigint,
    p_term text)
returns jsonb
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce(jsonb_agg(jsonb_build_array(s.code, e.credits,
	    case when e.holds_seat then 'registered' else e.state end)
	    order by s.code), '[]')
	  from enrolment e
	  join term t on t.id = e.term_id and t.code = p_term
	  join section s on s.id = e.section_id
	 where e.person_id = p_person
$$;
