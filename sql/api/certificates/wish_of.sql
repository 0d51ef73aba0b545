-- certificates_api.wish_of(account, digits): the wish that a code was mailed for;
-- the code is used up by that.  The hash is the one that mailer keeps: of the
-- attempt and the digits.
-- Returns: null when no code that is awaited is this one
-- Tables: certificate_request (read), login_attempt (update)
create or replace function certificates_api.wish_of(p_account bigint,
    p_code text)
returns bigint
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_wish    bigint;
	v_attempt bigint;
begin
	select r.id, a.id into v_wish, v_attempt
	  from certificate_request r join login_attempt a on a.id = r.step_up_id
	 where r.account_id = p_account and r.state = 'code'
	   and a.account_id = p_account and a.purpose = 'step-up'
	   and a.passed_at is null and a.used_at is null and a.tries < 5
	   and a.expires_at > clock_timestamp()
	   and a.code_hash = sha256(a.token_hash || convert_to(p_code, 'UTF8'))
	 order by r.id desc limit 1;
	update login_attempt a set tries = a.tries + 1,
	       passed_at = clock_timestamp(), used_at = clock_timestamp()
	 where a.id = v_attempt;
	return v_wish;
end
$$;
