-- account_api.code_again(token): sends another code for the same attempt; the
-- one before is dead then.  At most four mails an attempt, twenty seconds apart.
-- Returns: outcome 'pending', 'locked' (too soon or too often), 'expired'
-- Tables: login_attempt (update), outbox (insert), account,
--         totp (read)
create or replace function account_api.code_again(p_token bytea,
    out outcome text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v   login_attempt;
	v_a account;
begin
	select * into v from login_attempt t
	 where t.token_hash = p_token and t.used_at is null
	   and t.passed_at is null and t.tries < 5
	   and t.expires_at > clock_timestamp() for update;
	if not found then
		outcome := 'expired';
		return;
	end if;
	-- Who has an app is sent nothing.
	if v.purpose = 'login' and exists (select from totp t
	    where t.account_id = v.account_id and t.confirmed_at is not null) then
		outcome := 'locked';
		return;
	end if;
	if v.mails >= 4 or clock_timestamp() < v.created_at
	    + make_interval(secs => 20 * v.mails) then
		outcome := 'locked';
		return;
	end if;
	update login_attempt t set mails = t.mails + 1, code_hash = null,
	       expires_at = clock_timestamp() + interval '10 minutes'
	 where t.id = v.id;
	select * into v_a from account a
	 where a.id = v.account_id and a.disabled_at is null;
	perform sojourn.mail('login-code', v_a.email, v_a.lang, '{}', v_a.id,
	    v_a.person_id, null, v.id);
	outcome := 'pending';
end
$$;
