-- sojourn.now(): the clock of windows, deadlines, jobs and lifetimes of links.
-- Returns: the start of the transaction; the demo replaces this function by
-- one that can be moved (sql/demo/now.sql).  Sessions, codes, limits, audit
-- and outbox use clock_timestamp() (S23).
create or replace function sojourn.now() returns timestamptz
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return pg_catalog.transaction_timestamp();
end
$$;
