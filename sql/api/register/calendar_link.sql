-- register_api.calendar_link(session, right): whether the student has a secret
-- address of the timetable.
-- Returns: one row: nonce and hash (hexadecimal) of its token, '' = none; when
--          it was made and on which day last read
-- Tables: calendar_link (read)
create or replace function register_api.calendar_link(p_session bytea,
    p_right text)
returns table (nonce text, hash text, made_at timestamptz, read_on date)
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
	select coalesce(l.nonce, ''), coalesce(encode(l.token_hash, 'hex'), ''),
	       l.made_at, l.read_at::date
	  from (select 1) one
	  left join calendar_link l on l.person_id = v_actor.person_id;
end
$$;
