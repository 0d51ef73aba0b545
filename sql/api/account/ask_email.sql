-- account_api.ask_email(account, kind, address): a link to an address that
-- becomes the account's (email-change) or its second one (email2) when it is
-- confirmed (R42).  Links asked for before are dead.
-- Tables: token (update), account (read), outbox (insert)
create or replace function account_api.ask_email(p_account bigint,
    p_kind text, p_address text) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update token t set used_at = clock_timestamp()
	 where t.account_id = p_account and t.kind = p_kind
	   and t.used_at is null;
	update outbox o set state = 'dropped'
	 where o.account_id = p_account and o.kind = p_kind
	   and o.state = 'queued';
	perform sojourn.mail(p_kind, p_address, a.lang,
	    jsonb_build_object('value', p_address), a.id, a.person_id)
	  from account a where a.id = p_account;
end
$$;
