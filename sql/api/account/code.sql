-- account_api.code(...): the six digits of the second step (S5).
-- Parameters: p_token  SHA-256 of the attempt's cookie
--             p_code   SHA-256 of that hash and the digits
--             p_session, p_before, p_fresh, p_agent  as for open_session
--             p_step      of an authenticator app: the thirty seconds that the
--                         digits belong to, null = to none; each is good once
--             p_recovery  SHA-256 of what may be a recovery code; once, too
-- Returns: outcome 'done' (session open), 'pending' (birth-date login: now a
--          password has to be set), 'invalid' with the tries left, 'expired'
--          (start again, or too many wrong codes for this account today);
--          to, login, lang
-- Tables: login_attempt, totp, totp_recovery (update), attempt, session, device, audit (insert)
create or replace function account_api.code(p_token bytea, p_code bytea,
    p_address text, p_session bytea, p_before bytea,
    p_fresh bytea, p_agent text, p_step bigint default null,
    p_recovery bytea default null, out outcome text, out "left" integer,
    out "to" text, out login text, out lang text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v      login_attempt;
	v_a    account;
	v_good boolean;
begin
	update login_attempt t set tries = t.tries + 1
	 where t.token_hash = p_token and t.used_at is null
	   and t.passed_at is null and t.tries < 5
	   and t.expires_at > clock_timestamp()
	returning t.* into v;
	if not found then
		outcome := 'expired';
		return;
	end if;
	select a.* into v_a from account a
	 where a.id = v.account_id and a.disabled_at is null;
	login := coalesce(v_a.login, '');
	lang := v_a.lang;
	"left" := 5 - v.tries;
	-- Wrong codes are counted for the account, so that many logins opened
	-- side by side give no more guesses than one after the other (S5).
	if (select count(*) from attempt t where t.what = 'code'
	    and t.subject = v_a.login
	    and t.at > clock_timestamp() - interval '1 day') >= 30 then
		outcome := 'expired';
		return;
	end if;
	if v.purpose = 'login' and exists (select from totp t
	    where t.account_id = v_a.id and t.confirmed_at is not null) then
		v_good := account_api.totp_use(v_a.id, p_step, p_recovery);
	else
		-- Neither has a value before the mail is made: that is not equal.
		v_good := v.code_hash = p_code;
	end if;
	if v_good is not true or v_a.id is null then
		insert into attempt (what, subject, address)
		values ('code', coalesce(v_a.login, ''), p_address);
		perform account_api.note_login(v.account_id, 'code', 'invalid');
		outcome := case when v.tries < 5 then 'invalid'
		    else 'expired' end;
		return;
	end if;
	if v.purpose = 'birthdate' then
		update login_attempt t set passed_at = clock_timestamp(),
		       expires_at = clock_timestamp() + interval '30 minutes'
		 where t.id = v.id;
		outcome := 'pending';
		"to" := '/account/activate';
	else
		update login_attempt t set used_at = clock_timestamp()
		 where t.id = v.id;
		perform account_api.open_session(v_a.id, p_session, p_before,
		    null, p_fresh, p_agent);
		outcome := 'done';
		"to" := coalesce(nullif(v.next, ''), account_api.home(v_a.id));
	end if;
	perform account_api.note_login(v_a.id, 'code', outcome);
end
$$;
