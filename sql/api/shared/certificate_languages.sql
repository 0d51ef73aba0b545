-- sojourn.certificate_languages(type): the languages a certificate is made in
-- (R110).
-- Tables: those of sojourn.rule
create or replace function sojourn.certificate_languages(p_type text)
returns text[]
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select string_to_array(coalesce(
	    sojourn.rule('certificates', 'languages_' || replace(p_type, '-', '_')),
	    sojourn.rule('certificates', 'languages'), 'ko en ja'), ' ')
$$;
