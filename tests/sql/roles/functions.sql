-- S9, S10: every function is what the rules of the house say, and the rights in
-- the database are those of sql/grants.sql, no more and no less.
begin;
set search_path = public;
set client_min_messages = warning;
select plan(8);

create temporary view fn as
select p.oid, n.nspname as schema, n.nspname || '.' || p.proname || '('
       || pg_get_function_identity_arguments(p.oid) || ')' as name,
       pg_get_userbyid(p.proowner) as owner, p.prosecdef, p.prosrc, p.proacl,
       coalesce((select substr(c, 13) from unnest(p.proconfig) c
	 where c like 'search_path=%'), 'none') as path
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where n.nspname = 'sojourn' or n.nspname like '%\_api';

select ok((select count(*) > 100 from fn), 'there are functions to look at');
select is_empty($$select name, path from fn where path not in
    ('sojourn, pg_catalog, pg_temp', 'pg_catalog, pg_temp')
    and (prosecdef or schema <> 'sojourn')$$,
    'every definer has one of the two search paths, which end in pg_temp');
select is_empty($$select name, owner from fn where owner <> case schema
    when 'sojourn' then 'sojourn_owner' else replace(schema, '_api', '_owner') end$$,
    'every function belongs to the owner of its schema');
select is_empty($$select name from fn
    where regexp_replace(prosrc, '--[^\n]*', '', 'g')
	~* '(^|;|\m(begin|then|else|loop|query)\M)\s*execute\M'$$,
    'no dynamic SQL');
select is_empty($$select r.rolname from pg_roles r
    where r.rolname like '%\_owner' and (r.rolcanlogin or r.rolsuper or r.rolcreaterole
	or r.rolcreatedb or r.rolbypassrls or r.rolreplication)$$,
    'owners cannot log in');
select is_empty($$select m.roleid::regrole, m.member::regrole from pg_auth_members m
    where m.member::regrole::text ~ '^(sojourn_|[a-z]+_owner)'
      and m.roleid::regrole::text !~ '^pg_'$$, 'no role is a member of another');

-- What is granted now, what grants.sql grants to a database without grants.
create temporary view granted as
select 'function ' || f.name as object, x.grantee::regrole::text as grantee,
       x.privilege_type as privilege, x.is_grantable
  from fn f cross join aclexplode(coalesce(f.proacl, '{=X/postgres}')) x
union all
select 'table ' || c.oid::regclass, x.grantee::regrole::text, x.privilege_type, x.is_grantable
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 cross join aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) x
 where n.nspname = 'sojourn' and c.relkind in ('r', 'p', 'v', 'S')
union all
select 'column ' || c.oid::regclass || '.' || a.attname, x.grantee::regrole::text,
       x.privilege_type, x.is_grantable
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
 cross join aclexplode(a.attacl) x
 where n.nspname = 'sojourn'
union all
select 'schema ' || n.nspname, x.grantee::regrole::text, x.privilege_type, x.is_grantable
  from pg_namespace n cross join aclexplode(n.nspacl) x
 where n.nspname = 'sojourn' or n.nspname like '%\_api';
create temporary table has as select * from granted;
do $$
declare
	v record;
begin
	for v in select r.rolname from pg_roles r
	    where r.rolname ~ '^sojourn_' or r.rolname ~ '^[a-z]+_owner$'
	loop
		if v.rolname <> 'sojourn_owner' then
			execute format('revoke all on all functions in schema sojourn from %I', v.rolname);
			execute format('revoke all on all tables in schema sojourn from %I', v.rolname);
			execute format('revoke all on schema sojourn from %I', v.rolname);
		end if;
	end loop;
	-- Column rights outlive a revoke on the table.
	for v in select distinct c.oid::regclass as t, a.attname, x.grantee::regrole as r, x.privilege_type as p
	    from pg_attribute a join pg_class c on c.oid = a.attrelid
	    join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(a.attacl) x
	    where n.nspname = 'sojourn'
	loop
		execute format('revoke %s (%I) on %s from %s', v.p, v.attname, v.t, v.r);
	end loop;
end
$$;
\ir ../../../sql/grants.sql
set search_path = public;
select is_empty($$select * from has except select * from granted$$,
    'nothing is granted that grants.sql does not grant');
select is_empty($$select * from granted except select * from has$$,
    'everything that grants.sql grants is granted');
select * from finish();
rollback;
