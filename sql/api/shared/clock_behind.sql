-- sojourn.clock_behind(): whether the clock of the machine is behind what has
-- been: behind the latest that clerk has seen (F9), or behind the last entry of
-- the log, whose times never go back (S14).
-- Returns: one row, none while the clock is right (two seconds are not looked
--          at): was, the latest time there was; of_log, it stands in the log
-- Tables: clock_mark, log_entry (read)
create or replace function sojourn.clock_behind()
returns table (was timestamptz, of_log boolean)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select greatest(m.at, l.at), l.at is not null
	   and l.at > clock_timestamp() + interval '2 seconds'
	  from (select 1) one
	  left join clock_mark m on true
	  left join (select (e.entry::jsonb ->> 'at')::timestamptz as at
		  from log_entry e order by e.n desc limit 1) l on true
	 where greatest(m.at, l.at) > clock_timestamp() + interval '2 seconds'
$$;
