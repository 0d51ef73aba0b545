-- sojourn.session_lives(session): whether it is a living session of any program.
-- Whoever asks learns nothing else: to a program that the session does not name
-- it is worth nothing (S6), but its owner is refused, not sent to log in again.
-- Tables: session, account (read)
create or replace function sojourn.session_lives(p_session bytea)
returns boolean
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select exists (select from session s join account a
		on a.id = s.account_id and a.disabled_at is null
	 where s.token_hash = p_session and s.ended_at is null
	   and s.expires_at > clock_timestamp()
	   and s.last_seen + s.idle > clock_timestamp())
$$;
