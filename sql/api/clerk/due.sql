-- clerk_api.due(till): the jobs that are due at a moment and have not run, in
-- the order in which they will.
-- Tables: job_run (read), those of sojourn.job_due()
create or replace function clerk_api.due(p_till timestamptz)
returns table (job text, due_at timestamptz)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select d.job, d.due_at
	  from (select coalesce(min(r.due_at), sojourn.now()) as at
		  from job_run r where r.job = 'start') s
	 cross join lateral sojourn.job_due(s.at, p_till) d
	 where not exists (select from job_run r
	    where r.job = d.job and r.due_at = d.due_at)
	 order by d.due_at, d.place, d.job
$$;
