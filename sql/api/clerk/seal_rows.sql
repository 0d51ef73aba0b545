-- clerk_api.seal_rows(limit): rows that no seal covers, in order of their
-- ids.  What is read may not be flushed yet (S13): this transaction writes, too,
-- so that its commit waits until all of it is on the disk, and on the standby.
-- What batches have written becomes rows first: whoever has ended before the
-- bound of clerk_api.seal_state was read has none left out.
-- Returns: as sojourn.audit_rows
-- Tables: audit_seal (read), those of sojourn.audit_rows, sojourn.audit_settle
create or replace function clerk_api.seal_rows(p_limit integer)
returns table (id text, tx text, at text, told_at text, account_id text,
    person_id text, university_id text, program text, act text,
    object_kind text, object_id text, outcome text, rule text,
    request_id text, n text, detail text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	-- Rows that are not sealed lie above what was closed at the last seal.
	v_low  bigint := coalesce((select s.closed from audit_seal s
	    order by s.n desc limit 1), 0);
	v_done int8multirange := (select range_agg(u)
	    from audit_seal s cross join lateral unnest(s.rows) u
	   where upper(s.rows) > v_low);
begin
	perform sojourn.audit_settle();
	return query select * from sojourn.audit_rows(v_low + 1,
	    9223372036854775807, null, coalesce(v_done, '{}'), p_limit);
	if found then
		perform pg_logical_emit_message(true, 'sojourn', 'seal');
	end if;
end
$$;
