-- cli_api.doctor_clock(): the clock of the machine has not stepped back (F9).
-- Violations: clock-back
-- Tables: clock_mark (read)
create or replace function cli_api.doctor_clock()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'clock-back', format('was=%s is=%s',
	       sojourn.iso_time(m.at), sojourn.iso_time(clock_timestamp()))
	  from clock_mark m where m.at > clock_timestamp() + interval '1 second'
$$;
