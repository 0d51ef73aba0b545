-- clerk_api.audit_settle(): the audit of the rush becomes rows once it is over,
-- or after ten seconds.
-- Returns: false when it was left for later; then nothing is sealed either
create or replace function clerk_api.audit_settle() returns boolean
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.audit_settle(interval '10 seconds')
$$;
