-- letters_api.teachers(session, right, lang): the instructors of the student's
-- own sections, to choose an author from.
-- Tables: enrolment, section (read)
create or replace function letters_api.teachers(p_session bytea, p_right text,
    p_lang text)
returns table (name text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select distinct sojourn.pick(p_lang, s.instructor_ko, s.instructor_en,
	    s.instructor_en)
	  from enrolment e join section s on s.id = e.section_id
	 where v_actor.outcome = 'done' and e.person_id = v_actor.person_id
	   and e.holds_seat and e.term_id > 0
	   and s.instructor_ko <> '' order by 1 limit 40;
end
$$;
