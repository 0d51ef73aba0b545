-- sojourn.audit_sealing(): how far the audit is sealed, for pages and watchers.
-- Nothing here grows with the audit: only rows above the last bound are looked
-- at, at most a hundred thousand.
-- Returns: one row: head (0 = none yet), signed_at, sealed (rows in all heads),
--          unsealed, oldest_s (age of the oldest unsealed row in seconds of the
--          real clock), late (for longer than five minutes), waiting (seals
--          without a head)
-- Tables: audit, audit_batch, audit_seal, audit_head (read)
create or replace function sojourn.audit_sealing(out head bigint,
    out signed_at timestamptz, out sealed bigint, out unsealed bigint,
    out oldest_s bigint, out late boolean, out waiting integer)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_low  bigint := coalesce((select s.closed from audit_seal s
	    join audit_head h on h.n = s.n order by s.n desc limit 1), 0);
	v_done int8multirange;
	v      record;
begin
	select h.n, h.head into v from audit_head h order by h.n desc limit 1;
	head := coalesce(v.n, 0);
	sealed := coalesce(split_part(v.head, E'\n', 4)::bigint, 0);
	signed_at := split_part(v.head, E'\n', 9)::timestamptz;
	v_done := coalesce((select range_agg(u) from audit_seal s
	    join audit_head h on h.n = s.n
	    cross join lateral unnest(s.rows) u
	    where upper(s.rows) > v_low), '{}');
	select count(*), min(q.at) into v
	  from (select a.at from audit a
		 where a.id > v_low and not v_done @> a.id
		 order by a.id limit 100000) q;
	select v.count + coalesce(sum(cardinality(b.lines)), 0) as count,
	       least(v.min, min(b.at)) as min into v from audit_batch b;
	unsealed := v.count;
	oldest_s := greatest(0, coalesce(floor(extract(epoch from
	    clock_timestamp() - v.min)), 0))::bigint;
	late := oldest_s > 300;
	waiting := (select count(*)::integer from audit_seal s
	    where s.n > head);
end
$$;
