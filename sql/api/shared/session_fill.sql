-- sojourn.session_fill(): what a new session knows of its account.
-- Tables: account, account_role (read)
create or replace function sojourn.session_fill() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	select a.person_id, array(select r.role from account_role r
	    where r.account_id = a.id)
	  into new.person_id, new.roles
	  from account a where a.id = new.account_id;
	return new;
end
$$;
