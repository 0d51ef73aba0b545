-- sojourn.person_root(person): the living row of a merged person.
-- Returns: the id itself when it was never merged
-- Tables: person (read)
create or replace function sojourn.person_root(p_person bigint) returns bigint
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with recursive up as (
		select id, merged_into, 1 as depth from person where id = p_person
		union all
		select p.id, p.merged_into, up.depth + 1
		  from person p join up on p.id = up.merged_into
		 where up.depth < 20)
	select id from up where merged_into is null
$$;
