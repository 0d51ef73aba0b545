-- sojourn.clock_seen(): notes how late it is, so that time never goes back
-- behind this moment (F9).  clerk calls it every second; an act that was refused
-- because of a window calls it, so that nothing later is accepted after it.
-- Returns: seconds that the clock of the machine is behind the mark, 0 if none
-- Tables: clock_mark (update)
create or replace function sojourn.clock_seen() returns double precision
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	update clock_mark m set at = greatest(m.at, clock_timestamp())
	returning extract(epoch from m.at - least(m.at, clock_timestamp()))
$$;
