-- sojourn.now(): the clock of windows, deadlines, jobs and lifetimes of links.
-- It never goes back: where the clock of the machine has stepped back, it
-- stands still until that has caught up (F9).
-- Returns: the start of the transaction; the demo replaces this function by
-- one that can be moved (sql/demo/now.sql).  Sessions, codes, limits, audit
-- and outbox use clock_timestamp() (S23).
-- Tables: clock_mark (read)
create or replace function sojourn.now() returns timestamptz
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return coalesce((select m.at from clock_mark m
	    where m.at > clock_timestamp()), transaction_timestamp());
end
$$;
