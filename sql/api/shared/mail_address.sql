-- sojourn.mail_address(mail, address): another address for a mail that did not
-- arrive.  Of an application, and of an account that never had a password, it
-- becomes the address (R24, C27); an account with a password keeps its own, and
-- so does every mail with a code or a link in it (S1).
-- Returns: done or forbidden
-- Tables: outbox, application, account, person (update)
create or replace function sojourn.mail_address(p_mail bigint, p_to text)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_o record;
begin
	select o.kind, o.to_address, o.application_id, o.account_id, o.state,
	       a.password_since, a.kind as account_kind, a.person_id into v_o
	  from outbox o left join account a on a.id = o.account_id
	 where o.id = p_mail for update of o;
	if sojourn.mail_secret(v_o.kind) or v_o.state = 'sending'
	    or v_o.password_since is not null
	    or v_o.account_kind in ('staff', 'partner') then
		return 'forbidden';
	end if;
	update outbox set to_address = p_to where id = p_mail;
	update application set email = p_to, version = version + 1
	 where id = v_o.application_id and email = v_o.to_address;
	update account set email = p_to
	 where id = v_o.account_id and email = v_o.to_address;
	update person set email = p_to
	 where id = v_o.person_id and email = v_o.to_address;
	return 'done';
end
$$;
