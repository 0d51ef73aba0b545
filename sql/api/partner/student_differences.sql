-- partner_api.student_differences(session, right, id): where the university's
-- list and the student's own application say different things.
-- Returns: none for an unknown or a foreign id (S11)
-- Tables: application (read)
create or replace function partner_api.student_differences(p_session bytea,
    p_right text, p_id bigint)
returns table (field text, listed text, own text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select d.field, d.listed, d.own
	  from application a
	 cross join lateral sojourn.application_differences(a.id) d
	 where a.id = p_id and a.university_id = v_actor.university_id
	   and v_actor.outcome = 'done';
end
$$;
