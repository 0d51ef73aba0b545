-- cli_api.audit_strays(): rows that no seal covers though none can come any more
-- where they stand.  Only the gaps between the seals are looked at.
-- Returns: up to a thousand: id, and the number of the head that was to cover it
-- Tables: audit, audit_seal, audit_head (read)
create or replace function cli_api.audit_strays()
returns table (id bigint, head bigint)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with seal as not materialized (
		select s.n, s.rows, s.closed
		  from audit_seal s join audit_head h on h.n = s.n
	), piece as (
		select lower(u) as low, upper(u) as high
		  from seal cross join lateral unnest(seal.rows) u
		union all
		select max(seal.closed) + 1, null from seal
	), gap as (
		-- Sorted on the disk if need be; a row at a time from there.
		select coalesce(max(p.high) over (order by p.low
			rows between unbounded preceding and 1 preceding), 1)
			as low, least(p.low, (select max(seal.closed) + 1
			from seal)) as high
		  from piece p
	)
	select a.id, (select min(s.n) from seal s where s.closed >= a.id)
	  from gap g
	  join audit a on a.id >= g.low and a.id < g.high
	 where g.low < g.high
	 order by a.id
	 limit 1000
$$;
