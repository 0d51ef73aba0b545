-- teach_api.section_of(actor, code, term): the section of that code that the
-- actor teaches, in the term or, without one, the newest begun.
-- Returns: null for a foreign or unknown one (S11 in spirit: both alike)
-- Tables: section, section_instructor, term (read)
create or replace function teach_api.section_of(p_actor sojourn.actor,
    p_code text, p_term text) returns integer
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select s.id
	  from section s
	  join section_instructor i on i.section_id = s.id
	  join term t on t.id = s.term_id
	 where i.account_id = (p_actor).account_id and s.code = p_code
	   and s.id > 0 and (coalesce(p_term, '') = '' or t.code = p_term)
	 order by (t.id = sojourn.term_current('')) desc, lower(t.classes) desc
	 limit 1
$$;
