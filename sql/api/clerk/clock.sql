-- clerk_api.clock(): keeps time from going back (F9).
-- Returns: one row: behind, whole seconds that the clock of the machine has
--          stepped back, 0 if it has not
-- Tables: those of sojourn.clock_seen()
create or replace function clerk_api.clock(out behind bigint)
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select floor(sojourn.clock_seen())::bigint
$$;
