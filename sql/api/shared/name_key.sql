-- sojourn.name_key(name): what is left of a name when writing habits are taken
-- away: width, composition, case, spaces, hyphens, dots and accents (R22).
-- Two spellings with the same key are the same name to the matcher.
-- Returns: '' for null and for a name of signs alone.
create or replace function sojourn.name_key(p_name text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select normalize(regexp_replace(normalize(lower(normalize(
	    coalesce(p_name, ''), NFKC)), NFKD),
	    '[\s\-_.,''"`’‘·・‧()\u0300-\u036f]+', '', 'g'), NFC)
$$;
