-- cli_api.audit_sealing(): how far the audit is sealed.
-- Returns: as sojourn.audit_sealing
-- Tables: those of sojourn.audit_sealing
create or replace function cli_api.audit_sealing()
returns table (head bigint, unsealed bigint, oldest_s bigint, late boolean)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select s.head, s.unsealed, s.oldest_s, s.late
	  from sojourn.audit_sealing() s
$$;
