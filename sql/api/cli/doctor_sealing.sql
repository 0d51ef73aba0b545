-- cli_api.doctor_sealing(): the sealing of the audit goes on.  Whether the rows
-- are those that were sealed says `sojourn audit verify`, which reads all.
-- Violations: seal-late, seal-gap, seal-lost, seal-day
-- Tables: audit_head, audit_seal, audit_day, audit, host (read), those of
--         sojourn.audit_sealing
create or replace function cli_api.doctor_sealing()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'seal-late', format('rows=%s head=%s', s.unsealed, s.head)
	  from sojourn.audit_sealing() s where s.late
	union all
	select 'seal-gap', format('head=%s', h.n)
	  from (select n, row_number() over (order by n) as place
		  from audit_head) h
	 where h.n <> h.place
	union all
	-- The eighth line of a head names those whose rows were lost.
	select 'seal-lost', format('head=%s', h.n)
	  from audit_head h
	 where not exists (select from audit_seal s where s.n = h.n)
	   and not exists (select from audit_head l
	    where l.n > h.n and split_part(l.head, E'\n', 8) <> '-'
	      and h.n between split_part(split_part(l.head, E'\n', 8), '-', 1)::bigint
		and split_part(split_part(l.head, E'\n', 8), '-', 2)::bigint)
	union all
	-- A sealed row that a search by its day or act would not find.
	select 'seal-day', format('rows=%s-%s', b.low, b.high)
	  from (select (a.told_at at time zone h.zone)::date as day, a.act,
		       min(a.id) as low, max(a.id) as high
		  from host h cross join audit a
		 where a.id <= (select s.closed from audit_seal s
			order by s.n desc limit 1)
		 group by 1, 2) b
	  left join audit_day d on d.act = b.act
	   and d.day between b.day - 1 and b.day + 1
	 group by b.day, b.act, b.low, b.high
	having not coalesce(range_agg(int8range(d.low, d.high, '[]'))
		filter (where d.act is not null), '{}')
		@> int8range(b.low, b.high, '[]')
	 order by 1, 2
$$;
