-- sojourn.job_days(from, till, time): a time of day on every day, after p_from
-- and not after p_till, in the zone of the institution; and that day.
-- Tables: host (read)
create or replace function sojourn.job_days(p_from timestamptz,
    p_till timestamptz, p_time time)
returns table (at timestamptz, day date)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select m.at, d::date
	  from (select coalesce((select zone from host), 'Asia/Seoul') as zone) z
	 cross join lateral generate_series(
	     (p_from at time zone z.zone)::date,
	     (p_till at time zone z.zone)::date, interval '1 day') d
	 cross join lateral (select (d::date + p_time) at time zone z.zone as at) m
	 where m.at > p_from and m.at <= p_till;
end
$$;
