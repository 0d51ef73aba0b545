-- signer_api.status_list(list, credential): the signed status list as it is now.
-- Tables: status_list (insert, update)
create or replace function signer_api.status_list(p_list integer,
    p_credential text)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	insert into status_list (list, credential) values (p_list, p_credential)
	on conflict (list) do update set credential = excluded.credential,
	    made_at = clock_timestamp()
$$;
