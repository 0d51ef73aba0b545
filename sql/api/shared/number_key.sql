-- sojourn.number_key(number): a student number or ID as it is stored: half
-- width, upper case, no spaces.  Leading zeros stay.
create or replace function sojourn.number_key(p_number text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select upper(regexp_replace(normalize(coalesce(p_number, ''), NFKC),
	    '\s', '', 'g'))
$$;
