-- account_api.contact_save(...): changes contact data (R42).  Telephone and
-- language at once; an address when the mailbox has confirmed it.
-- Parameters: p_good  the current password was right, p_old its hash; needed
--                     when an address changes, checked by the program
-- Returns: a row per change: outcome 'done' (changed), 'pending' (a link went
--          to the new address), 'already' (nothing to change or the same
--          request), 'invalid' (the password)
-- Tables: account, person (update), token, outbox (update, insert), attempt,
--         audit (insert)
create or replace function account_api.contact_save(p_session bytea,
    p_right text, p_address text, p_good boolean, p_old text, p_email text,
    p_email2 text, p_phone text, p_lang text, p_request text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v       account;
	v_mail  boolean;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	select a.* into v from account a where a.id = v_actor.account_id
	   for no key update;
	v_mail := lower(p_email) <> lower(v.email) or lower(p_email2) not in
	    ('', lower(v.email2)) or (p_email2 = '' and v.email2 <> '');
	rule := 'R42';
	detail := '{}';
	if v_mail and (not p_good or v.password_hash is distinct from p_old) then
		insert into attempt (what, subject, address)
		values ('login', 'password:' || v.login, p_address);
		outcome := 'invalid';
	elsif not sojourn.claim(v.id, p_request, 'contact') then
		outcome := 'already';
		return next;
		return;
	else
		outcome := account_api.contact_change(v, p_email, p_email2,
		    p_phone, p_lang);
	end if;
	perform sojourn.note(v_actor, 'contact', 'account', v.id, outcome,
	    rule, p_request);
	return next;
end
$$;
