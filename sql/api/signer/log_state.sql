-- signer_api.log_state(key): where the log in the database ends, to be compared
-- with what signer remembers itself.
-- Parameters: p_key  the id of the key that signs documents now
-- Returns: one row: number of entries, the last leaf in hexadecimal ('' when
--          there is none), whether that key is known
-- Tables: log_entry, signing_key (read)
create or replace function signer_api.log_state(p_key text)
returns table (size bigint, leaf text, known boolean)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce(l.n + 1, 0), coalesce(encode(l.leaf_hash, 'hex'), ''),
	       exists (select from signing_key k where k.id = p_key)
	  from (select 1) one
	  left join (select n, leaf_hash from log_entry
		order by n desc limit 1) l on true
$$;
