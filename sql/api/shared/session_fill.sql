-- sojourn.session_fill(): what a new session knows of its account.
-- Tables: account (read), those of account_rights
create or replace function sojourn.session_fill() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	select a.person_id, account_rights(a.id)
	  into new.person_id, new.rights
	  from account a where a.id = new.account_id;
	return new;
end
$$;
