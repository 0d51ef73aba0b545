-- cli_api.doctor_functions(): functions and rights are as grants.sql leaves
-- them (S9, S10).
-- Violations: function-path (a definer's search_path is not fixed, or does not
--             end in pg_temp), function-owner, function-public, role-reach (a
--             program's role reaches a table, another program's function, TEMP)
-- Tables: the catalogue (read)
create or replace function cli_api.doctor_functions()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with f as materialized (
		select p.oid, n.nspname || '.' || p.proname as name, n.nspname,
		       r.rolname as owner, p.prosecdef, p.proacl,
		       (select c from unnest(p.proconfig) c
			 where c like 'search_path=%') as path
		  from pg_proc p
		  join pg_namespace n on n.oid = p.pronamespace
		  join pg_roles r on r.oid = p.proowner
		 where n.nspname = 'sojourn' or n.nspname like '%\_api'),
	programs as materialized (
		select r.oid, r.rolname, substr(r.rolname, 9) as program
		  from pg_roles r
		 where r.rolname like 'sojourn\_%' and r.rolcanlogin)
	select 'function-path', f.name from f
	 where coalesce(f.path, '') !~ 'pg_temp"?$'
	   and (f.prosecdef or f.nspname <> 'sojourn')
	union all
	select 'function-owner', format('%s owner=%s', f.name, f.owner) from f
	 where f.owner <> case f.nspname when 'sojourn' then 'sojourn_owner'
	    else replace(f.nspname, '_api', '_owner') end
	union all
	select 'function-public', f.name from f
	 where f.proacl is null or exists (select from aclexplode(f.proacl) x
	    where x.grantee = 0)
	union all
	select 'role-reach', format('role=%s function=%s', g.rolname, f.name)
	  from f join programs g on has_function_privilege(g.oid, f.oid, 'execute')
	 where f.nspname not in (g.program || '_api', 'shared_api')
	union all
	select 'role-reach', format('role=%s table=%s', g.rolname, c.oid::regclass)
	  from pg_class c
	  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'sojourn'
	  join programs g on has_table_privilege(g.oid, c.oid,
	    'select, insert, update, delete, truncate, references, trigger')
	    or has_any_column_privilege(g.oid, c.oid, 'select, insert, update')
	 where c.relkind in ('r', 'p', 'v', 'm', 'f')
	union all
	select 'role-reach', format('role=%s database', g.rolname)
	  from programs g
	 where has_database_privilege(g.oid, current_database(), 'temp, create')
	 order by 1, 2
$$;
