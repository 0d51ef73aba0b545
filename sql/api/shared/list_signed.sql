-- sojourn.list_signed(serial): how far the signed file of a list of grades is:
-- '' where there is nothing to sign (registrations), waiting (it is being
-- signed), failed, or what became of it: valid, superseded, revoked.
-- Tables: document (read)
create or replace function sojourn.list_signed(p_serial text) returns text
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce((select case when d.state in ('asked', 'printed')
	    then 'waiting' else d.state end
	  from document d where d.serial = p_serial), '')
$$;
