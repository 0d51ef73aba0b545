-- cli_api.doctor_sealing(): the sealing of the audit goes on.  Whether the rows
-- are those that were sealed says `sojourn audit verify`, which reads all.
-- Violations: seal-late, seal-gap, seal-lost
-- Tables: audit_head, audit_seal (read), those of sojourn.audit_sealing
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
	 order by 1, 2
$$;
