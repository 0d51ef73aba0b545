-- cli_api.audit_strays(): rows that no seal covers though none can come any more
-- where they stand.
-- Returns: up to a thousand: id, and the number of the head that was to cover it
-- Tables: audit, audit_seal, audit_head (read)
create or replace function cli_api.audit_strays()
returns table (id bigint, head bigint)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_closed bigint;
	v_all    int8multirange;
begin
	select max(s.closed), range_agg(u) into v_closed, v_all
	  from audit_seal s join audit_head h on h.n = s.n
	 cross join lateral unnest(s.rows) u;
	return query
	select a.id, (select min(s.n) from audit_seal s where s.closed >= a.id)
	  from audit a
	 where a.id <= v_closed and not v_all @> a.id
	 order by a.id
	 limit 1000;
end
$$;
