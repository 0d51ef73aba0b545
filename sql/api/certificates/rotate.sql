-- certificates_api.rotate(session, fresh): the session goes on under a token that
-- was made now; the one before opens nothing any more (S6).  Its limits stay.
-- Parameters: p_session  id; p_fresh  SHA-256 of the new cookie
-- Tables: session (read, insert, update)
create or replace function certificates_api.rotate(p_session bigint,
    p_fresh bytea)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	update session s set ended_at = clock_timestamp() where s.id = p_session;
	insert into session (token_hash, account_id, programs, idle,
	    expires_at, device_id, agent)
	select p_fresh, s.account_id, s.programs, s.idle, s.expires_at,
	       s.device_id, s.agent
	  from session s where s.id = p_session
$$;
