-- cli_api.doctor_clock(): the clock of the machine has not stepped back (F9), and
-- is not behind the last entry of the log of documents.
-- Violations: clock-back, clock-log
-- Tables: clock_mark (read), those of sojourn.clock_behind
create or replace function cli_api.doctor_clock()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'clock-back', format('was=%s is=%s',
	       sojourn.iso_time(m.at), sojourn.iso_time(clock_timestamp()))
	  from clock_mark m where m.at > clock_timestamp() + interval '1 second'
	union all
	select 'clock-log', format('was=%s is=%s', sojourn.iso_time(b.was),
	       sojourn.iso_time(clock_timestamp()))
	  from sojourn.clock_behind() b where b.of_log
$$;
