-- partner_api.list_file(session, right, list): sojourn.list_file of the own
-- university.
-- Tables: those of sojourn.list_file
create or replace function partner_api.list_file(p_session bytea, p_right text,
    p_list bigint)
returns table (serial text, state text, why text, name text, file text,
    credential text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query select * from sojourn.list_file(v_actor,
	    v_actor.university_id, p_list);
end
$$;
