-- sojourn.role_sessions(): roles may do more or less from now on; so may those
-- who are logged in with them.
-- Tables: session (update), those of account_rights
create or replace function sojourn.role_sessions() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update session s set rights = l.rights
	  from (select s.id, a.rights
		  from session s
		 cross join lateral (select account_rights(s.account_id)
			as rights) a
		 where s.ended_at is null and s.rights <> a.rights
		 order by s.id for no key update of s) l
	 where s.id = l.id;
	return null;
end
$$;
