-- sojourn.account_last_admin(account): is it the only administrator who can
-- log in?  Without one nobody could open another account.
-- Tables: account, account_role (read)
create or replace function sojourn.account_last_admin(p_account bigint)
returns boolean
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select exists (select from account_role r
		where r.account_id = p_account and r.role = 'admin')
	   and not exists (select from account_role r
		join account a on a.id = r.account_id
		where r.role = 'admin' and a.id <> p_account
		  and a.disabled_at is null)
$$;
