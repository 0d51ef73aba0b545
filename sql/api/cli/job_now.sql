-- cli_api.job_now(job): runs a kind of job at this moment, due or not.
-- Returns: its counts; no row when nobody knows a job of that name
-- Tables: job_run (insert by sojourn.job_now), those of the job
create or replace function cli_api.job_now(p_job text)
returns table (job text, due_at text, result jsonb)
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select p_job, sojourn.iso_time(sojourn.now()), r.result
	  from (select sojourn.job_now(p_job) as result) r
	 where r.result is not null
$$;
