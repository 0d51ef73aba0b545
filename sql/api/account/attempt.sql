-- account_api.attempt(token): the login that waits in this browser.
-- Returns: outcome 'done' (it waits for its code), 'pending' (its code was
--          right, a password has to be set), 'expired' (none, over or used
--          up); purpose
-- Tables: login_attempt (read)
create or replace function account_api.attempt(p_token bytea,
    out outcome text, out purpose text)
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
end
$$;
