-- account_api.contact_change(account, …): the changes of contact_save.
-- Returns: 'pending' when a link went out, 'done' when something changed,
--          'already' when all of it was so before
-- Tables: account, person (update), token, outbox (update, insert)
create or replace function account_api.contact_change(p_account
    sojourn.account, p_email text, p_email2 text, p_phone text, p_lang text)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v      account := p_account;
	v_done text := 'already';
begin
	if p_phone <> v.phone or p_lang <> v.lang
	    or (p_email2 = '' and v.email2 <> '') then
		update account a set phone = p_phone, lang = p_lang,
		       email2 = case p_email2 when '' then '' else a.email2 end,
		       email2_confirmed = a.email2_confirmed and p_email2 <> ''
		 where a.id = v.id;
		update person p set phone = p_phone,
		       email2 = case p_email2 when '' then '' else p.email2 end
		 where p.id = v.person_id;
		v_done := 'done';
	end if;
	if p_email2 <> '' and (lower(p_email2) <> lower(v.email2)
	    or not v.email2_confirmed) then
		perform account_api.ask_email(v.id, 'email2', p_email2);
		v_done := 'pending';
	end if;
	if p_email <> '' and lower(p_email) <> lower(v.email) then
		perform account_api.ask_email(v.id, 'email-change', p_email);
		v_done := 'pending';
	end if;
	return v_done;
end
$$;
