-- account_api.open_session(...): a session for an account, under a token that
-- was made now (S6): never the one that the browser had before.
-- Parameters: p_token   SHA-256 of the new cookie
--             p_before  SHA-256 of the session's cookie so far; it is ended
--             p_device  SHA-256 of the device's cookie
--             p_fresh   SHA-256 of a new device cookie to be known from now
--                       on, null = none
--             p_agent   how the browser calls itself, in short
-- Returns: the session's id
-- Tables: session, device (insert, update), account (update)
create or replace function account_api.open_session(p_account bigint,
    p_token bytea, p_before bytea, p_device bytea, p_fresh bytea, p_agent text)
returns bigint
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_device  bigint;
	v_session bigint;
begin
	update session s set ended_at = clock_timestamp()
	 where s.token_hash = p_before and s.ended_at is null;
	if p_fresh is not null then
		update device d set ended_at = clock_timestamp()
		 where d.account_id = p_account and d.token_hash = p_device
		   and d.ended_at is null;
		insert into device (account_id, token_hash)
		values (p_account, p_fresh)
		returning id into v_device;
		-- Twenty devices are known at most, the ones used last.
		update device d set ended_at = clock_timestamp()
		 where d.account_id = p_account and d.ended_at is null
		   and d.id not in (select n.id from device n
			where n.account_id = p_account and n.ended_at is null
			order by n.last_used desc, n.id desc limit 20);
	else
		update device d set last_used = clock_timestamp()
		 where d.account_id = p_account and d.token_hash = p_device
		   and d.ended_at is null
		returning d.id into v_device;
	end if;
	insert into session (token_hash, account_id, programs, device_id, agent)
	select p_token, a.id, case a.kind
	    when 'student' then array['account', 'register', 'withdraw',
		'grades', 'letters', 'certificates', 'documents']
	    when 'staff' then array['account', 'staff', 'teach', 'documents',
		'letters']
	    else array['account', 'partner', 'documents'] end,
	    v_device, left(p_agent, 80)
	  from account a where a.id = p_account
	returning id into v_session;
	update account set logged_in_at = sojourn.now() where id = p_account;
	return v_session;
end
$$;
