-- sojourn.application_differences(application): where the university's list
-- and the student's own application say different things (design, decisions).
-- Returns: field, what the list says, what the student says
-- Tables: application (read)
create or replace function sojourn.application_differences(p_id bigint)
returns table (field text, listed text, own text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select f.field, a.list_data ->> f.field, f.own
	  from application a
	 cross join lateral (values
		('name_native', a.name_native),
		('name_latin', btrim(a.name_family || ' ' || a.name_given)),
		('birth_date', a.birth_date::text),
		('level', a.level), ('status', a.status),
		('college', a.college), ('department', a.department),
		('semester', a.semester), ('email', a.email),
		('phone', a.phone), ('previous_id', a.previous_id))
		as f(field, own)
	 where a.id = p_id and coalesce(a.list_data ->> f.field, '') <> ''
	   and lower(a.list_data ->> f.field) <> lower(f.own)
$$;
