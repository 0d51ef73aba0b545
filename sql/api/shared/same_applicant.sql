-- sojourn.same_applicant(a, b): do two applications of one student number name
-- the same human: birth date and name, native or latin, equal?
-- Tables: application (read)
create or replace function sojourn.same_applicant(p_a bigint, p_b bigint)
returns boolean
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select a.birth_date = b.birth_date
	   and (name_key(a.name_native) = name_key(b.name_native)
		or (name_key(a.name_family || a.name_given) <> ''
		    and name_key(a.name_family || a.name_given) in
			(name_key(b.name_family || b.name_given),
			 name_key(b.name_given || b.name_family))))
	  from application a, application b
	 where a.id = p_a and b.id = p_b
$$;
