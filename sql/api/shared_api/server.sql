-- shared_api.server(): what a program asks first on a new connection, so that
-- after a failover it never speaks to the server that was left behind (F7).
-- Returns: one row: system the cluster's number, timeline which of its
--          histories this server writes, 0 while it only reads
-- Tables: none
create or replace function shared_api.server()
returns table (system text, timeline bigint)
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select (pg_control_system()).system_identifier::text,
	       case when pg_is_in_recovery() then 0
		   else ('x' || lpad(left(pg_walfile_name(pg_current_wal_lsn()),
		       8), 16, '0'))::bit(64)::bigint end
$$;
