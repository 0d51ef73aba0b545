-- account_api.open_attempt(account, token, purpose, next): a login that waits
-- for its code: mailed, or of an authenticator app where the account has one.
-- Returns: 'pending'; 'unconfirmed' when there is no address; 'locked' when
--          too many wrong codes were given for this account today (S5)
-- Tables: login_attempt, outbox (insert), account, attempt, totp (read)
create or replace function account_api.open_attempt(p_account bigint,
    p_token bytea, p_purpose text, p_next text) returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v     account;
	v_id  bigint;
	v_app boolean := p_purpose = 'login' and exists (select from totp t
	    where t.account_id = p_account and t.confirmed_at is not null);
begin
	select * into v from account where id = p_account;
	if v.email = '' and not v_app then
		return 'unconfirmed';
	end if;
	if (select count(*) from attempt t where t.what = 'code'
	    and t.subject = v.login
	    and t.at > clock_timestamp() - interval '1 day') >= 30 then
		return 'locked';
	end if;
	insert into login_attempt (token_hash, account_id, purpose, next)
	values (p_token, v.id, p_purpose, p_next)
	returning id into v_id;
	if v_app then
		return 'pending';
	end if;
	perform sojourn.mail('login-code', v.email, v.lang, '{}', v.id,
	    v.person_id, null, v_id);
	return 'pending';
end
$$;
