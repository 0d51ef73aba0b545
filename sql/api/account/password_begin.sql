-- account_api.password_begin(session, right, address): what the program needs
-- to check the current password of somebody who is logged in.
-- Returns: outcome 'done' or 'locked' (wait seconds); hash; login, birth and
--          email for the rules of passwords.  No row without a session.
-- Tables: account, person, attempt (read)
create or replace function account_api.password_begin(p_session bytea,
    p_right text, p_address text)
returns table (outcome text, wait integer, hash text, login text, birth text,
    email text)
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
	select case when w.n > 0 then 'locked' else 'done' end, w.n,
	       a.password_hash, a.login, to_char(p.birth_date, 'YYYYMMDD'),
	       a.email
	  from account a left join person p on p.id = a.person_id
	 cross join lateral (select account_api.pair_wait(
		'password:' || a.login, p_address) as n) w
	 where a.id = v_actor.account_id;
end
$$;
