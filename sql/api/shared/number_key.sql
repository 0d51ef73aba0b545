-- sojourn.number_key(number): a student number or ID as it is stored: half
-- width, upper case, no spaces.  Leading zeros stay.  Without settings of its
-- own, so that it is inlined.
create or replace function sojourn.number_key(p_number text) returns text
language sql immutable
as $$
	select pg_catalog.upper(pg_catalog.regexp_replace(normalize(coalesce(p_number, ''), NFKC),
	    '\s', '', 'g'))
$$;
