-- clerk_api.step(): runs the oldest job that is due, once; clerk calls it until
-- there is no row.
-- Returns: what ran and its counts
-- Tables: those of sojourn.job_step()
create or replace function clerk_api.step()
returns table (job text, due_at timestamptz, result jsonb)
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select * from sojourn.job_step(sojourn.now())
$$;
