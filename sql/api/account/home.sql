-- account_api.home(account): the first page after logging in.
-- Tables: account, account_role, role_right (read)
create or replace function account_api.home(p_account bigint) returns text
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select case a.kind when 'student' then case
		when exists (select from account_role r
		    where r.account_id = a.id and r.role = 'student')
		then '/register' else '/certificates' end
	    when 'partner' then '/partner'
	    else case
		when exists (select from account_role r
		    join role_right q on q.role = r.role
		    where r.account_id = a.id and q.right_ = 'staff')
		then '/staff'
		when exists (select from pg_catalog.pg_proc p
		    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
		    where n.nspname = 'teach_api')
		then '/teach'
		else '/' end
	    end
	  from account a where a.id = p_account
$$;
