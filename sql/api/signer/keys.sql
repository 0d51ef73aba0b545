-- signer_api.keys(): every public key there has been.
-- Tables: signing_key (read)
create or replace function signer_api.keys()
returns table (id text, public_key text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select k.id, encode(k.public_key, 'hex') from signing_key k
	 order by k.since, k.id
$$;
