-- sojourn.name_key(name): what is left of a name when writing habits are taken
-- away: width, composition, case, spaces, hyphens, dots and accents (R22).
-- Two spellings with the same key are the same name to the matcher.
-- Without settings of its own, so that it is inlined into large queries; what
-- it calls is the parser's own or named in full.
-- Returns: '' for null and for a name of signs alone.
create or replace function sojourn.name_key(p_name text) returns text
language sql immutable
as $$
	select normalize(pg_catalog.regexp_replace(
	    normalize(pg_catalog.lower(normalize(coalesce(p_name, ''), NFKC)),
		NFKD),
	    '[\s\-_.,''"`’‘·・‧()\u0300-\u036f]+', '', 'g'), NFC)
$$;
