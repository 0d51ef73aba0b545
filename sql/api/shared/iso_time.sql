-- sojourn.iso_time(at): a moment as 2025-08-18T09:00:00+09:00 in the zone of the
-- institution, whatever zone the connection has.
-- Returns: null for null
-- Tables: host (read)
create or replace function sojourn.iso_time(p_at timestamptz) returns text
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select to_char(z.here, 'YYYY-MM-DD"T"HH24:MI:SS')
	    || case when z.here < z.utc then '-' else '+' end
	    || to_char(greatest(z.here - z.utc, z.utc - z.here), 'HH24:MI')
	  from (select p_at at time zone coalesce((select zone from host),
		'UTC') as here, p_at at time zone 'UTC' as utc) z
$$;
