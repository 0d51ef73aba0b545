-- sojourn.pick(lang, ko, en, ja): the name in the reader's language; when that
-- one is empty, the Korean one, which always exists.
create or replace function sojourn.pick(p_lang text, p_ko text, p_en text,
    p_ja text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(nullif(case p_lang when 'en' then p_en
	    when 'ja' then p_ja else p_ko end, ''), p_ko)
$$;
