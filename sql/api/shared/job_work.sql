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
	    when 'announce' then sojourn.job_announce(p_due)
	    when 'minimum' then sojourn.job_minimum(p_due)
	    when 'substitute' then sojourn.job_substitute(p_due)
	    when 'waitlist' then sojourn.job_waitlist(p_due)
	    when 'lists' then sojourn.job_lists(p_due)
	    when 'warn' then sojourn.job_warn(p_due)
	    when 'reopen' then sojourn.job_reopen(p_due)
	    when 'lapse' then sojourn.job_lapse(p_due)
	    when 'expire' then sojourn.job_expire(p_due)
	    when 'birthdate' then sojourn.job_birthdate(p_due)
	    when 'publish' then sojourn.job_publish(p_due)
	    when 'remind' then sojourn.job_remind(p_due)
	    when 'practice' then sojourn.job_practice(p_due)
	    when 'purge' then sojourn.job_purge(p_due)
	end;
end
$$;
