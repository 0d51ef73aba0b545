-- signer_api.key(id, public): a public key is known from now on, for ever.
-- Returns: true when the id means this key, false when it means another one
-- Tables: signing_key (read, insert)
create or replace function signer_api.key(p_id text, p_public bytea)
returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	insert into signing_key (id, public_key) values (p_id, p_public)
	on conflict do nothing;
	return exists (select from signing_key k
	    where k.id = p_id and k.public_key = p_public);
end
$$;
