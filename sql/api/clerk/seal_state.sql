-- clerk_api.seal_state(): where the sealing stands.
-- A row's transaction has its number before the row has its id, and this one has
-- its own after the last id was read: rows up to seen_id belong to transactions
-- below seen_tx.  Once all of those have ended, no row up to there can come any
-- more: that is `closed`, from what earlier seals have noted.
-- Returns: one row: next, the number of the next seal; waiting, a seal that has
--          no head yet; closed; seen_id, seen_tx for the next seal
-- Tables: audit_seal, audit_head, audit_id_seq (read)
create or replace function clerk_api.seal_state(out next bigint,
    out waiting boolean, out closed bigint, out seen_id bigint,
    out seen_tx xid8)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_seal bigint := (select max(s.n) from audit_seal s);
	v_head bigint := (select max(h.n) from audit_head h);
begin
	seen_id := (select case when q.is_called then q.last_value
	    else q.last_value - 1 end from audit_id_seq q);
	seen_tx := pg_current_xact_id();
	next := greatest(v_seal, v_head, 0) + 1;
	waiting := coalesce(v_seal > coalesce(v_head, 0), false);
	-- The newest that has ended is among the last few, unless somebody
	-- works in one transaction for long: then the bound stays.
	closed := greatest(0, (select s.closed from audit_seal s
	    order by s.n desc limit 1), (select max(s.seen_id)
	    from (select r.seen_id, r.seen_tx from audit_seal r
		order by r.n desc limit 200) s
	   where s.seen_tx <= pg_snapshot_xmin(pg_current_snapshot())));
end
$$;
