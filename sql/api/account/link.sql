-- account_api.link(kind, token, attempt): what a mailed link opens, without
-- using it up.  A birth-date login whose code was right opens 'activate' too.
-- Parameters: p_kind   activate, reset, email (a new or a second address)
--             p_token, p_attempt  SHA-256 of the link's token and of the
--             attempt's cookie, null = none
-- Returns: outcome 'done', 'expired' (too late), 'gone' (used, or never made);
--          login, name; birth and email for the rules of passwords; value: the
--          address that email confirms
-- Tables: token, login_attempt, account, person (read)
create or replace function account_api.link(p_kind text, p_token bytea,
    p_attempt bytea, out outcome text, out login text, out name text,
    out birth text, out email text, out value text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_account bigint;
begin
	v_account := account_api.link_account(p_kind, p_token, p_attempt);
	select case when a.disabled_at is not null then 'gone' else 'done' end,
	       a.login, a.name, to_char(p.birth_date, 'YYYYMMDD'), a.email
	  into outcome, login, name, birth, email
	  from account a left join person p on p.id = a.person_id
	 where a.id = v_account;
	if found then
		select t.value into value from token t where t.hash = p_token;
		return;
	end if;
	outcome := case when exists (select from token t
	    where t.hash = p_token and t.used_at is null) then 'expired'
	    else 'gone' end;
end
$$;
