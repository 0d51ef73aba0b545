-- sojourn.certificate_attempt(account, request): mails a code for a wish (R106);
-- one that was mailed for it before is dead then.  At most forty codes an
-- hour are mailed to one account, twenty seconds apart for the same wish (S5).
-- Returns: pending, unconfirmed (the account has no address), locked
-- Tables: account, certificate_request (update), login_attempt (insert,
--         update), attempt (read), outbox (insert)
create or replace function sojourn.certificate_attempt(p_account bigint,
    p_request bigint)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v    account;
	v_r  certificate_request;
	v_id bigint;
begin
	select * into v from account where id = p_account for update;
	select * into v_r from certificate_request where id = p_request
	   for update;
	if v.email = '' then
		return 'unconfirmed';
	elsif (select count(*) from attempt t where t.what = 'code'
		and t.subject = v.login
		and t.at > clock_timestamp() - interval '1 day') >= 30
	    or (select count(*) from login_attempt a
		where a.account_id = v.id and a.purpose = 'step-up'
		  and a.created_at > clock_timestamp() - interval '1 hour') >= 40
	    or exists (select from login_attempt a where a.id = v_r.step_up_id
		and a.created_at > clock_timestamp() - interval '20 seconds')
	then
		return 'locked';
	end if;
	update login_attempt a set expires_at = clock_timestamp()
	 where a.id = v_r.step_up_id and a.used_at is null
	   and a.expires_at > clock_timestamp();
	insert into login_attempt (token_hash, account_id, purpose)
	values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid(),
	    'UTF8')), v.id, 'step-up')
	returning id into v_id;
	update certificate_request r set step_up_id = v_id, state = 'code'
	 where r.id = p_request;
	perform sojourn.mail('step-up-code', v.email, v.lang, '{}', v.id,
	    v.person_id, null, v_id);
	return 'pending';
end
$$;
