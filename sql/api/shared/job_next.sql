-- sojourn.job_next(till, job): the oldest job that is due and has not run.
-- Nothing before the first start of this installation is due: that moment is
-- the job_run row 'start', which sojourn.job_step() writes.
-- Parameters: p_job  only jobs of this name, null = any
-- Returns: no row when nothing is due
-- Tables: job_run (read), those of sojourn.job_due()
create or replace function sojourn.job_next(p_till timestamptz,
    p_job text default null)
returns table (job text, due_at timestamptz)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select d.job, d.due_at
	  from (select coalesce(min(r.due_at), sojourn.now()) as at
		  from job_run r where r.job = 'start') s
	 cross join lateral sojourn.job_due(s.at, p_till) d
	 where (p_job is null or d.job = p_job)
	   and not exists (select from job_run r
	    where r.job = d.job and r.due_at = d.due_at)
	 order by d.due_at, d.place, d.job
	 limit 1;
end
$$;
