-- clerk_api.seal_store(...): a seal, which signer will sign.  Another clerk may
-- have been faster: then nothing happens, and its rows come again.
-- Where rows of a day and act stand is noted here, for who searches the audit:
-- an index would be paid by whoever registers.
-- Parameters: as the columns of audit_seal
-- Tables: audit_seal (insert), audit, host (read), audit_day (insert, update)
create or replace function clerk_api.seal_store(p_n bigint,
    p_rows int8multirange, p_leaves bytea, p_root bytea, p_closed bigint,
    p_seen_id bigint, p_seen_tx xid8)
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	insert into audit_seal (n, rows, leaves, root, closed, seen_id, seen_tx)
	values (p_n, p_rows, p_leaves, p_root, p_closed, p_seen_id, p_seen_tx)
	on conflict do nothing;
	if not found then
		return;
	end if;
	insert into audit_day as d (day, act, low, high)
	select (a.told_at at time zone h.zone)::date, a.act, min(a.id), max(a.id)
	  from host h cross join unnest(p_rows) x
	  join audit a on a.id >= lower(x) and a.id < upper(x)
	 group by 1, 2
	on conflict (day, act) do update
	   set low = least(d.low, excluded.low),
	       high = greatest(d.high, excluded.high)
	 where excluded.low < d.low or excluded.high > d.high;
end
$$;
