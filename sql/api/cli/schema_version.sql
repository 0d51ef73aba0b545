-- cli_api.schema_version(): the newest migration in the database.
-- Returns: version 0 and an empty name before the first migration
-- Tables: schema_migration (read)
create or replace function cli_api.schema_version(out version integer,
    out name text, out applied text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce(max(m.version), 0),
	       coalesce((array_agg(m.name order by m.version desc))[1], ''),
	       coalesce(sojourn.iso_time(max(m.applied)), '')
	  from schema_migration m
$$;
