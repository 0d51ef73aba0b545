-- signer_api.log_page(from): up to a thousand entries of the log, in order.
-- Tables: log_entry (read)
create or replace function signer_api.log_page(p_from bigint)
returns table (n bigint, entry text, leaf text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select l.n, l.entry, encode(l.leaf_hash, 'hex')
	  from log_entry l
	 where l.n >= p_from and l.n < p_from + 1000
	 order by l.n
$$;
