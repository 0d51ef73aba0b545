-- cli_api.doctor_settings(): what the database must be set to, so that nothing
-- acknowledged is lost (F13) and no personal datum gets into its log (S12).
-- Violations: setting, setting-role (overridden for a role or database)
-- Tables: pg_db_role_setting (read)
create or replace function cli_api.doctor_settings()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'setting', format('%s=%s wanted=%s', w.name,
	       current_setting(w.name), w.wanted[1])
	  from (values
		('fsync', array['on']),
		('full_page_writes', array['on']),
		('synchronous_commit', array['on', 'remote_apply']),
		('log_error_verbosity', array['terse']),
		('log_statement', array['none']),
		('log_min_error_statement', array['panic']),
		('log_min_duration_statement', array['-1']),
		('log_parameter_max_length_on_error', array['0'])
	       ) as w(name, wanted)
	 where not current_setting(w.name) = any (w.wanted)
	union all
	select 'setting-role', format('role=%s %s', coalesce(r.rolname, 'all'), c.one)
	  from pg_db_role_setting s
	  left join pg_roles r on r.oid = s.setrole
	 cross join lateral unnest(s.setconfig) c(one)
	 where c.one ~ '^(synchronous_commit|session_replication_role|log_(error_verbosity|statement|min_error_statement|min_duration_statement|parameter_[a-z_]+)|auto_explain\.[a-z_]+)='
	 order by 1, 2
$$;
