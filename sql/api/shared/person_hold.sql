-- sojourn.person_hold(person): whoever acts for the same person next waits for
-- the end of this transaction.
-- Tables: person (locked)
create or replace function sojourn.person_hold(p_person bigint)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select from person where id = p_person for no key update
$$;
