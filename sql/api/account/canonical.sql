-- account_api.canonical(login): a login name as it is stored: temporary IDs in
-- capitals, everything else in small letters, white space removed.
create or replace function account_api.canonical(p_login text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case when upper(v.login) ~ '^E[0-9]{2}[12SW][0-9]{6}$'
	    then upper(v.login) else lower(v.login) end
	  from (select regexp_replace(p_login, '\s', '', 'g') as login) v
$$;
