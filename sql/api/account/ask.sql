-- account_api.ask(who, address, request): somebody wants a new password, or the
-- link for the first one again (R29, C32).  The answer and the work are the
-- same whether there is such an account or not (S4): one search, one counted
-- attempt, one outbox row, which is dropped at once when nobody is meant.
-- Parameters: p_who  a login name or an address; an account is found by both
--                    of its confirmed addresses, and written to at that one
-- Returns: outcome 'pending', 'already' for the same request again; at most three mails an account and day
-- Tables: account, attempt, outbox (read, insert), audit, request (insert)
create or replace function account_api.ask(p_who text, p_address text,
    p_lang text, p_request text, out outcome text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_login text := account_api.canonical(p_who);
	v_calm  boolean;
	v       record;
begin
	outcome := 'pending';
	if not sojourn.claim(0, p_request, 'ask') then
		outcome := 'already';
		return;
	end if;
	select count(*) < 60 into v_calm from attempt t
	 where t.what = 'ask' and t.address = p_address
	   and t.at > clock_timestamp() - interval '1 hour';
	insert into attempt (what, subject, address)
	values ('ask', v_login, p_address);
	for v in
		select a.id, a.person_id, a.lang, a.password_since, case
		    when a.email2_confirmed and lower(a.email2) = v_login
		    then a.email2 else a.email end as email
		  from account a
		 where a.disabled_at is null and a.email <> '' and v_calm
		   and (a.login = v_login or lower(a.email) = v_login
			or (a.email2_confirmed and lower(a.email2) = v_login))
		   and (select count(*) from outbox o
			 where o.account_id = a.id
			   and o.kind in ('activate', 'reset')
			   and o.made_at > clock_timestamp() - interval '1 day') < 3
		 order by a.id limit 3
	loop
		insert into outbox (kind, lang, to_address, account_id, person_id)
		values (case when v.password_since is null then 'activate'
		    else 'reset' end, v.lang, v.email, v.id, v.person_id);
	end loop;
	if not found then
		insert into outbox (kind, lang, to_address, state)
		values ('reset', p_lang, 'nobody@localhost.invalid', 'dropped');
	end if;
	perform sojourn.note(null, 'ask', '', null, 'pending', null, p_request);
end
$$;
