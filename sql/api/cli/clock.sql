-- cli_api.clock(): what time the rules see.
-- Returns: told_at, the real time, and whether this installation has a clock
--          that can be moved (the demo, S23)
create or replace function cli_api.clock(out told_at timestamptz,
    out real_at timestamptz, out movable boolean)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.now(), transaction_timestamp(),
	       to_regprocedure('cli_api.clock_set(timestamptz)') is not null
$$;
