-- sojourn.has_agreement(university, term): has it an agreement that is valid
-- during the whole term's classes, and is it active (R2)?
-- Tables: agreement, university, term (read)
create or replace function sojourn.has_agreement(p_university integer,
    p_term integer) returns boolean
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select exists (select from agreement g
	    join university u on u.id = g.university_id
	    join term t on t.id = p_term
	    where g.university_id = p_university and u.active
	      and g.programme_type = t.programme_type
	      and g.valid @> t.classes)
$$;
