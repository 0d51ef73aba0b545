-- sojourn.job_now(job): one run of a job outside its moments.
-- Returns: its counts; null when nobody knows the job (nothing is recorded)
-- Tables: job_run (insert), those of the job
create or replace function sojourn.job_now(p_job text) returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_result jsonb := sojourn.job_work(p_job, sojourn.now());
begin
	if v_result is not null then
		insert into job_run (job, due_at, result)
		values (p_job, sojourn.now(), v_result)
		on conflict do nothing;
	end if;
	return v_result;
end
$$;
