-- tempid_api.one_at_a_time(): confirmations follow one another, so that two
-- links of one student number never both take its place (S2).
-- Tables: identity_case (locked)
create or replace function tempid_api.one_at_a_time() returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.identify_all('{}')
$$;
