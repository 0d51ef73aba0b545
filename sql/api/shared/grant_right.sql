-- sojourn.grant_right(application): grant_rights for one application.
-- Returns: true when the person has a living right afterwards
-- Tables: registration_right, application (read)
create or replace function sojourn.grant_right(p_application bigint)
returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	perform grant_rights(array[p_application]);
	return exists (select from registration_right g
	    where g.application_id = p_application
	      and g.suspended_at is null);
end
$$;
