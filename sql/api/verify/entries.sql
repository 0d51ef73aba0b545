-- verify_api.entries(from, count): entries of the log in order, a thousand at
-- most.  They hold serials, hashes and times, nothing about people.
-- Tables: log_entry (read)
create or replace function verify_api.entries(p_from bigint, p_count bigint)
returns table (n bigint, entry text, leaf text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select l.n, l.entry, encode(l.leaf_hash, 'hex')
	  from log_entry l
	 where l.n >= p_from and l.n < p_from + least(p_count, 1000)
	 order by l.n
$$;
