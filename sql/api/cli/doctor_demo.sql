-- cli_api.doctor_demo(): what must not be in production (S23): the movable
-- clock, and the hashes of the demo's logins, for the caller to try the demo's
-- passwords on.
-- Returns: violation demo-clock, or demo-login with login and hash
-- Tables: account by sojourn.demo_hashes() (read)
create or replace function cli_api.doctor_demo()
returns table (violation text, ids text, hash text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'demo-clock', format('function=%s.%s', n.nspname, p.proname), ''
	  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
	 where n.nspname in ('sojourn', 'cli_api', 'demo_api')
	   and p.proname in ('clock_set', 'clock_advance')
	union all
	select 'demo-clock', 'table=sojourn.demo_clock', ''
	 where to_regclass('sojourn.demo_clock') is not null
	union all
	select 'demo-login', h.login, h.hash
	  from sojourn.demo_hashes() h
	 order by 1, 2
$$;
