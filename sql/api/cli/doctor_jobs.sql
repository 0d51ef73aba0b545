-- cli_api.doctor_jobs(): no timed job waits longer than clerk needs.
-- Violations: job-overdue
-- Tables: job_run (read), those of sojourn.job_next()
create or replace function cli_api.doctor_jobs()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'job-overdue', format('job=%s due=%s', n.job,
	       sojourn.iso_time(n.due_at))
	  from sojourn.job_next(sojourn.now() - interval '10 minutes') n
$$;
