-- account_api.sessions(session, right): where I am logged in.
-- Returns: living sessions, the one that asks first
-- Tables: session (read)
create or replace function account_api.sessions(p_session bytea, p_right text)
returns table (id bigint, agent text, created_at timestamptz,
    last_seen timestamptz, current boolean)
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
	select s.id, s.agent, s.created_at, s.last_seen,
	       s.id = v_actor.session_id
	  from session s
	 where s.account_id = v_actor.account_id and s.ended_at is null
	   and s.expires_at > clock_timestamp()
	   and s.last_seen + s.idle > clock_timestamp()
	 order by s.id = v_actor.session_id desc, s.last_seen desc
	 limit 100;
end
$$;
