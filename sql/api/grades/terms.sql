-- grades_api.terms(session, right, term): the terms of the student, newest
-- first; current: the one that is shown.
-- Tables: enrolment, term (read), by sojourn.person_root
create or replace function grades_api.terms(p_session bytea, p_right text,
    p_term text)
returns table (code text, current boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select t.code, t.id = sojourn.term_current(p_term)
	  from term t
	 where t.id > 0 and (t.id = sojourn.term_current(p_term) or t.id in (
		select e.term_id from enrolment e
		  join person p on p.id = e.person_id
		 where v_actor.person_id in (p.id, p.merged_into)))
	 order by lower(t.classes) desc;
end
$$;
