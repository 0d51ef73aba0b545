-- sojourn.grade_lock(section): whoever enters grades of a section waits for who
-- does so already.
-- Tables: section (locked)
create or replace function sojourn.grade_lock(p_section integer)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select from section s where s.id = p_section for no key update
$$;
