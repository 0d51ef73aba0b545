-- staff_api.list_file(session, right, list): sojourn.list_file of any
-- university.
-- Tables: final_list (read), those of sojourn.list_file
create or replace function staff_api.list_file(p_session bytea, p_right text,
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
	    (select l.university_id
	    from final_list l where l.id = p_list), p_list);
end
$$;
