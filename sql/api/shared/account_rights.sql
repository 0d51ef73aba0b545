-- sojourn.account_rights(account): what the roles of an account allow, each right
-- once, in the order of words.
-- Tables: account_role, role_right (read)
create or replace function sojourn.account_rights(p_account bigint)
returns text[]
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select array(select distinct q.right_
	  from account_role r join role_right q on q.role = r.role
	 where r.account_id = p_account order by q.right_)
$$;
