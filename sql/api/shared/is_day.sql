-- sojourn.is_day(text): is it a day of the calendar, written 2001-03-09?
create or replace function sojourn.is_day(p_text text) returns boolean
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case when p_text ~ '^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
	    then substr(p_text, 9)::integer <= extract(day from
		(substr(p_text, 1, 7) || '-01')::date
		+ interval '1 month' - interval '1 day')
	    else false end
$$;
