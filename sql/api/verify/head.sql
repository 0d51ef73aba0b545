-- verify_api.head(size): the signed head of the log over that many entries; the
-- newest for null.
-- Tables: log_head (read)
create or replace function verify_api.head(p_size bigint)
returns table (size bigint, root text, at text, key_id text, signature text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select h.size, encode(h.root, 'hex'), h.at, h.key_id,
	       encode(h.signature, 'hex')
	  from log_head h
	 where p_size is null or h.size = p_size
	 order by h.size desc limit 1
$$;
