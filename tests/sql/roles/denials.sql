-- S9: what a program's login may not do, tried as each of them: no table, no
-- function of another program, none of what every fresh database lets
-- everybody do.
begin;
set search_path = public;
set client_min_messages = warning;

-- A call of every function, with nulls for its parameters.
create temporary table call as
select n.nspname as schema, format('select * from %I.%I(%s)', n.nspname, p.proname,
       (select string_agg('null::' || format_type(t, null), ', ')
	  from unnest(p.proargtypes) t)) as query
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where n.nspname = 'sojourn' or n.nspname like '%\_api';
create temporary table attempt as
select '*' as schema, unnest(array[
	'select pg_advisory_lock(1)', 'select pg_advisory_xact_lock(1)',
	'select pg_try_advisory_lock(1)', 'select pg_sleep(0)',
	'select pg_sleep_for(interval ''0'')', 'select lo_create(0)',
	'select lo_get(1)', 'select lo_import(''/etc/passwd'')',
	'select pg_notify(''a'', ''b'')',
	'select pg_logical_emit_message(false, ''a'', ''b'')',
	'select * from pg_stat_activity', 'select * from pg_settings',
	'select pg_read_file(''/etc/passwd'')', 'select pg_ls_dir(''/'')',
	'copy (select 1) to program ''true''', 'copy (select 1) to ''/tmp/x''',
	'create temporary table t ()', 'create table public.t ()',
	'create table sojourn.t ()', 'create schema s',
	'create function public.f() returns integer language sql return 1',
	'create extension dblink', 'set role sojourn_owner', 'set role postgres',
	'set session_replication_role = replica',
	'create role r', 'checkpoint'])
	as query
union all
select '*', 'select 1 from ' || c.oid::regclass
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = 'sojourn' and c.relkind in ('r', 'p', 'v')
union all
select '*', verb || c.oid::regclass || rest
  from pg_class c join pg_namespace n on n.oid = c.relnamespace,
       (values ('delete from ', ''), ('truncate ', ''), ('lock ', '')) v(verb, rest)
 where n.nspname = 'sojourn' and c.relkind in ('r', 'p')
union all
select schema, query from call;

-- The attempts of a role that did not end in "insufficient privilege" (42501).
create function pg_temp.slips(p_role text) returns setof text language plpgsql as $$
declare
	v record;
	v_queries text[];
begin
	select array_agg(a.query order by a.query) into v_queries from attempt a
	 where a.schema not in (replace(p_role, 'sojourn_', '') || '_api', 'shared_api');
	execute format('set local session authorization %I', p_role);
	for v in select q from unnest(v_queries) q loop
		begin
			execute v.q;
			raise exception sqlstate 'SLIPD';
		exception
		when insufficient_privilege then
			null;
		when others then
			return next v.q || ': ' || sqlstate;
		end;
	end loop;
	execute 'set local session authorization default';
end
$$;

select plan((select count(*)::integer + 2 from pg_roles where rolname like 'sojourn\_%' and rolcanlogin));
select ok((select count(*) > 150 from attempt), 'there is something to attempt');
select ok((select count(*) >= 18 from pg_roles where rolname like 'sojourn\_%' and rolcanlogin),
    'every program has its login');
select is((select string_agg(s, '; ') from pg_temp.slips(r.rolname) s), null, r.rolname || ' is denied all of it')
  from (select rolname from pg_roles where rolname like 'sojourn\_%' and rolcanlogin order by 1) r;
select * from finish();
rollback;
