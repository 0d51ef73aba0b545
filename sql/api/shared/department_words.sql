-- sojourn.department_words(name, lang): a department as somebody gave it, in the
-- language of a document, where sojourn.department_name knows it; else as it was
-- given, which is what his own university calls it.
-- Tables: department_name (read)
create or replace function sojourn.department_words(p_name text, p_lang text)
returns text
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce((select pick(p_lang, d.ko, d.en, d.ja)
	  from department_name d
	 where lower(p_name) in (d.ko, lower(d.en), d.ja)
	 order by d.ko limit 1), p_name, '')
$$;
