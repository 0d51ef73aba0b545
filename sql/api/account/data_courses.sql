-- account_api.data_courses(session, right): my enrolments of all terms.
-- Tables: enrolment, section, term (read)
create or replace function account_api.data_courses(p_session bytea,
    p_right text)
returns table (term text, section text, credits integer, state text,
    enrolled_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select t.code, s.code, e.credits, e.state, e.enrolled_at
	  from enrolment e join section s on s.id = e.section_id
	  join term t on t.id = e.term_id
	 where v_actor.outcome = 'done' and e.person_id = v_actor.person_id
	 order by t.code desc, s.code;
end
$$;
