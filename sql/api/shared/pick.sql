-- sojourn.pick(lang, ko, en, ja): the name in the reader's language; when that
-- one is empty, the Korean one, which always exists.
-- Without settings of its own, so that it is inlined.
create or replace function sojourn.pick(p_lang text, p_ko text, p_en text,
    p_ja text) returns text
language sql immutable
as $$
	select coalesce(nullif(case p_lang when 'en' then p_en
	    when 'ja' then p_ja else p_ko end, ''), p_ko)
$$;
