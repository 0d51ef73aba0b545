-- verify_api.status_list(list): the signed status list; none when there is no
-- such list.
-- Tables: status_list (read)
create or replace function verify_api.status_list(p_list integer)
returns table (credential text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select s.credential from status_list s where s.list = p_list
$$;
