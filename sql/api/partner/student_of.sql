-- partner_api.student_of(session, right, login): the newest application of the
-- own university's student with this temporary ID.
-- Returns: one row with its id; none for an unknown or a foreign ID (S11)
-- Tables: temporary_id, application (read)
create or replace function partner_api.student_of(p_session bytea,
    p_right text, p_login text)
returns table (id bigint)
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
	select a.id
	  from temporary_id i
	  join application a on sojourn.person_root(a.person_id) = i.person_id
	 where i.id = upper(p_login) and a.state = 'issued'
	   and a.university_id = v_actor.university_id
	 order by a.id desc limit 1;
end
$$;
