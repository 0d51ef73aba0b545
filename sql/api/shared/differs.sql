-- sojourn.differs(application): is somebody else's claim on this application
-- undecided: a list with another address, name or birth date, or a second
-- mailbox confirmed for the same number (S2)?
-- Tables: application (read)
create or replace function sojourn.differs(p_application bigint)
returns boolean
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select a.rival_id is not null or (a.list_data is not null
	    and not coalesce((a.list_data ->> 'settled')::boolean, false)
	    and (lower(coalesce(a.list_data ->> 'email', a.email))
		    <> lower(a.email)
		or (a.list_data ->> 'birth_date')::date <> a.birth_date
		or not (name_key(a.list_data ->> 'name_native')
			= name_key(a.name_native)
		    or name_key(a.list_data ->> 'name_latin') in
			(nullif(name_key(a.name_family || a.name_given), ''),
			 nullif(name_key(a.name_given || a.name_family), '')))))
	  from application a where a.id = p_application
$$;
