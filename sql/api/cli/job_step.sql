-- cli_api.job_step(job): runs the oldest job that is due; '' = of any kind.
-- Returns: what ran and its counts; no row when nothing was due
-- Tables: those of sojourn.job_step()
create or replace function cli_api.job_step(p_job text)
returns table (job text, due_at text, result jsonb)
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select s.job, sojourn.iso_time(s.due_at), s.result
	  from sojourn.job_step(sojourn.now(), nullif(p_job, '')) s
$$;
