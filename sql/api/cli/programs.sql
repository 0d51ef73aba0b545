-- cli_api.programs(): which programs hold connections to the database.
-- Returns: a row per program, zero connections included
-- Tables: pg_roles, pg_stat_activity (read)
create or replace function cli_api.programs()
returns table (program text, connections bigint)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select substr(r.rolname, 9), count(s.pid)
	  from pg_roles r
	  left join pg_stat_activity s on s.usename = r.rolname
	   and s.datname = current_database()
	 where r.rolname like 'sojourn\_%' and r.rolcanlogin
	 group by r.rolname
	 order by r.rolname
$$;
