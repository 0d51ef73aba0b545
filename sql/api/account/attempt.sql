-- account_api.attempt(token): the login that waits in this browser.
-- Returns: outcome 'done' (it waits for its code), 'pending' (its code was
--          right, a password has to be set), 'expired' (none, over or used
--          up); purpose; method: mail, app; of an app account and secret, as
--          wrapped
-- Tables: login_attempt, totp (read)
create or replace function account_api.attempt(p_token bytea,
    out outcome text, out purpose text, out method text,
    out account bigint, out secret text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v login_attempt;
begin
	select * into v from login_attempt t where t.token_hash = p_token;
	purpose := coalesce(v.purpose, '');
	outcome := case
	    when v.id is null or v.used_at is not null
		or v.expires_at <= clock_timestamp() then 'expired'
	    when v.passed_at is not null then 'pending'
	    when v.tries >= 5 then 'expired'
	    else 'done' end;
	select 'app', t.account_id, encode(t.secret, 'hex')
	  into method, account, secret
	  from totp t
	 where t.account_id = v.account_id and t.confirmed_at is not null
	   and v.purpose = 'login' and outcome = 'done';
	method := coalesce(method, 'mail');
end
$$;
