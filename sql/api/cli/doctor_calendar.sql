-- cli_api.doctor_calendar(): windows in force.
-- Violations: windows-overlap (CHANGE and WITHDRAW without a decision, C1),
--             window-partner (a partner closes after the host, R7),
--             window-history (a replaced window that names no newer one, R16;
--             a university's own deadline may be given up without one)
-- Tables: time_window (read)
create or replace function cli_api.doctor_calendar()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'windows-overlap', format('term=%s windows=%s,%s', c.term_id, c.id, w.id)
	  from time_window c
	  join time_window w on w.term_id = c.term_id and w.kind = 'WITHDRAW'
	   and w.replaced_at is null and w.university_id is null
	 where c.kind = 'CHANGE' and c.replaced_at is null
	   and c.university_id is null
	   and c.opens_at < w.closes_at and w.opens_at < c.closes_at
	   and not c.overlap_confirmed and not w.overlap_confirmed
	union all
	select 'window-partner', format('window=%s university=%s', p.id, p.university_id)
	  from time_window p
	  join time_window h on h.term_id = p.term_id and h.kind = p.kind
	   and h.university_id is null and h.replaced_at is null
	 where p.university_id is not null and p.replaced_at is null
	   and p.closes_at > h.closes_at
	union all
	select 'window-history', format('window=%s', o.id)
	  from time_window o
	 where (o.replaced_at is not null and o.replaced_by is null
		and o.university_id is null)
	    or (o.replaced_at is null and o.replaced_by is not null)
	    or exists (select from time_window n where n.id = o.replaced_by
		and (n.term_id, n.kind) is distinct from (o.term_id, o.kind))
	 order by 1, 2
$$;
