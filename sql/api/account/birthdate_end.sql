-- account_api.birthdate_end(...): what follows from a birth-date password
-- (R28, S3).  Right and wrong get the same page, which asks for a code; only
-- the right one is sent a code.  After five failures, seven days or its first
-- use the password is dead; one date tried on many IDs is seen because the
-- failures are counted across accounts and addresses as well.
-- Parameters: as for login_end; p_good: ID and date fit
-- Returns: outcome 'pending' always
-- Tables: account (update), attempt, login_attempt, outbox, audit (insert)
create or replace function account_api.birthdate_end(p_login text,
    p_address text, p_good boolean, p_attempt bytea, p_next text,
    out outcome text, out "to" text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_login text := account_api.canonical(p_login);
	v       account;
	v_storm boolean;
begin
	outcome := 'pending';
	"to" := '/account/code';
	select a.* into v from account a
	 where a.login = v_login and a.disabled_at is null
	   and a.password_state = 'birthdate' for no key update;
	select count(*) filter (where t.address = p_address) >= 30
	    or count(*) >= 300 into v_storm
	  from attempt t
	 where t.what = 'birthdate'
	   and t.at > clock_timestamp() - interval '1 hour';
	if v.id is not null and p_good and not v_storm
	    and v.birthdate_failures < 5
	    and coalesce(v.birthdate_until > sojourn.now(), false)
	    and account_api.open_attempt(v.id, p_attempt, 'birthdate', p_next)
		= 'pending' then
		perform account_api.note_login(v.id, 'login', 'pending');
		return;
	end if;
	insert into attempt (what, subject, address)
	values ('birthdate', v_login, p_address);
	insert into login_attempt (token_hash, purpose, next)
	values (p_attempt, 'birthdate', p_next);
	if v.id is not null and not p_good then
		update account a set birthdate_failures = a.birthdate_failures + 1,
		       password_state = case when a.birthdate_failures >= 4
			   then 'none' else a.password_state end
		 where a.id = v.id;
	end if;
	perform account_api.note_login(v.id, 'login', 'invalid');
end
$$;
