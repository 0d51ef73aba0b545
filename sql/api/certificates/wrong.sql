-- certificates_api.wrong(account, login, address): a wrong code is counted: for
-- each wish that waits, and for the account's day (S5).
-- Returns: how often it may still be tried; 0 when no code is awaited
-- Tables: login_attempt (update), certificate_request (read), attempt (insert)
create or replace function certificates_api.wrong(p_account bigint,
    p_login text, p_address text)
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_left integer;
begin
	with counted as (
		update login_attempt a set tries = a.tries + 1
		  from certificate_request r
		 where r.account_id = p_account and r.state = 'code'
		   and a.id = r.step_up_id and a.used_at is null
		   and a.tries < 5 and a.expires_at > clock_timestamp()
		returning 5 - a.tries as tries_left)
	select max(c.tries_left) into v_left from counted c;
	if v_left is not null then
		insert into attempt (what, subject, address)
		values ('code', p_login, coalesce(p_address, ''));
	end if;
	return coalesce(v_left, 0);
end
$$;
