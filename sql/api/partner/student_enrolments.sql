-- partner_api.student_enrolments(session, right, id): what a student of the
-- own university takes in the application's term.
-- Returns: none for an unknown or a foreign id (S11)
-- Tables: application, enrolment, section, course (read)
create or replace function partner_api.student_enrolments(p_session bytea,
    p_right text, p_id bigint, p_lang text)
returns table (section text, title text, credits integer, state text,
    credit_granted boolean, enrolled_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select s.code, sojourn.pick(p_lang, c.title_ko, c.title_en, c.title_ja),
	       e.credits, e.state, e.credit_granted, e.enrolled_at
	  from application a
	  join enrolment e on e.person_id = sojourn.person_root(a.person_id)
	   and e.term_id = a.term_id
	  join section s on s.id = e.section_id
	  join course c on c.id = s.course_id
	 where a.id = p_id and a.university_id = v_actor.university_id
	   and a.state = 'issued' and v_actor.outcome = 'done'
	 order by s.code;
end
$$;
