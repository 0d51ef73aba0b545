-- sojourn.identify(application): identify_all for one application.
-- Returns: its identity afterwards: known, new or doubtful
-- Tables: application (read)
create or replace function sojourn.identify(p_application bigint)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	perform identify_all(array[p_application]);
	return (select a.identity from application a
	    where a.id = p_application);
end
$$;
