-- cli_api.clock(): what time the rules see.
-- Returns: told_at and its distance to the real time in seconds, the zone of
--          the institution, and whether this installation has a clock that can
--          be moved (the demo, S23)
-- Tables: host (read)
create or replace function cli_api.clock(out told_at text, out ahead bigint,
    out zone text, out movable boolean)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.iso_time(sojourn.now()),
	       extract(epoch from sojourn.now() - transaction_timestamp())::bigint,
	       coalesce((select h.zone from host h), 'UTC'),
	       to_regprocedure('cli_api.clock_set(timestamptz)') is not null
$$;
