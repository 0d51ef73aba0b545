-- sojourn.job_step(till, job): runs the oldest job that is due, once.
-- clerk calls it until it returns nothing; so do `sojourn jobs run` and the
-- demo's clock.  Two callers never run the same job: the second waits for the
-- first one's row in job_run and takes the next.
-- Returns: what ran and its counts; no row when nothing was due
-- Tables: job_run (insert, update), those of the job
create or replace function sojourn.job_step(p_till timestamptz,
    p_job text default null)
returns table (job text, due_at timestamptz, result jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	insert into job_run (job, due_at)
	select 'start', sojourn.now()
	 where not exists (select from job_run r where r.job = 'start')
	on conflict do nothing;
	loop
		select n.job, n.due_at into job_step.job, job_step.due_at
		  from sojourn.job_next(p_till, p_job) n;
		if not found then
			return;
		end if;
		insert into job_run (job, due_at)
		values (job_step.job, job_step.due_at)
		on conflict do nothing;
		exit when found;
	end loop;
	result := coalesce(sojourn.job_work(job, due_at), '{}');
	update job_run r set result = job_step.result
	 where r.job = job_step.job and r.due_at = job_step.due_at;
	return next;
end
$$;
