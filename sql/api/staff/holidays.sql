-- staff_api.holidays(): days that are no working days, this year and later
-- first (C24, C32, R115).
-- Tables: holiday (read)
create or replace function staff_api.holidays(p_session bytea, p_right text)
returns table (day date, iso text, name text, past boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select h.day, h.day::text, h.name, h.day < sojourn.now()::date
	  from holiday h order by h.day desc limit 300;
end
$$;
