-- signer_api.seal_next(): where the chain of audit heads ends in the database,
-- and the seal that waits for the next one.
-- Returns: one row: last, the number of the last head (0 for none), and its
--          hash; lost_from, the first of the heads at its end that have no seal
--          (null: none); n, rows, closed, root of the oldest seal without a head
--          (n null: none)
-- Tables: audit_seal, audit_head (read)
create or replace function signer_api.seal_next()
returns table (last bigint, hash text, lost_from bigint, n bigint, rows bigint, closed bigint,
    root text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce(h.n, 0), coalesce(encode(sha256('\x00' ||
		   convert_to(h.head, 'UTF8')), 'hex'), ''),
	       case when m.n < h.n then m.n + 1 end, s.n,
	       length(s.leaves)::bigint / 32, s.closed, encode(s.root, 'hex')
	  from (select 1) one
	  left join (select k.n, k.head from audit_head k
		order by k.n desc limit 1) h on true
	  left join lateral (select coalesce(max(a.n), 0) as n from audit_seal a
		where a.n <= h.n) m on true
	  left join (select a.* from audit_seal a
		where not exists (select from audit_head k where k.n = a.n)
		order by a.n limit 1) s on true
$$;
