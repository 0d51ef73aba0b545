-- sojourn.working_day(from, n): the n-th working day after a day (C32, R115).
-- Saturdays, Sundays and holidays do not count.
-- Tables: holiday (read)
create or replace function sojourn.working_day(p_from date, p_n integer)
returns date
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select d::date
	  from generate_series(p_from + 1, p_from + p_n * 3 + 30, interval '1 day') d
	 where extract(isodow from d) < 6
	   and not exists (select from holiday h where h.day = d::date)
	 order by d
	offset greatest(p_n, 1) - 1 limit 1
$$;
