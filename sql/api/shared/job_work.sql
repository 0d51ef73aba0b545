-- sojourn.job_work(job, due): does one job.  Each branch is a function
-- sojourn.job_<name>(due), safe to repeat, that returns counts for job_run.
-- Returns: the counts; null when nobody knows the job
-- Tables: those of the job's function
create or replace function sojourn.job_work(p_job text, p_due timestamptz)
returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return case p_job
	    when 'open' then sojourn.job_open(p_due)
	    when 'close' then sojourn.job_close(p_due)
	end;
end
$$;
