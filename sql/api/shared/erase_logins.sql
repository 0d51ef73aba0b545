-- sojourn.erase_logins(people, applications): a human can log in no more, and
-- nothing is left of how he did (S25).
-- Tables: account, outbox (update); session, device, token, login_attempt,
--   calendar_link, cart, waitlist, request (delete)
create or replace function sojourn.erase_logins(p_people bigint[],
    p_applications bigint[]) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_accounts bigint[] := array(select c.id from account c
	    where c.person_id = any (p_people));
begin
	update outbox o set attempt_id = null from login_attempt l
	 where l.id = o.attempt_id and l.account_id = any (v_accounts);
	delete from login_attempt l where l.account_id = any (v_accounts);
	delete from totp t where t.account_id = any (v_accounts);
	delete from token t where t.account_id = any (v_accounts)
	    or t.application_id = any (p_applications);
	delete from session s where s.account_id = any (v_accounts);
	delete from device d where d.account_id = any (v_accounts);
	delete from request r where r.account_id = any (v_accounts);
	delete from calendar_link l where l.person_id = any (p_people);
	delete from cart c where c.person_id = any (p_people);
	delete from waitlist w where w.person_id = any (p_people)
	    and w.state not in ('waiting', 'passed', 'offered');
	update account c
	   set password_hash = null, password_state = 'none',
	       birthdate_until = null, email = '', email2 = '',
	       email2_confirmed = false, phone = '',
	       disabled_at = coalesce(c.disabled_at, clock_timestamp())
	 where c.id = any (v_accounts);
end
$$;
