-- sojourn.job_publish(due): decisions that may be seen from this moment (R38).
-- They show by themselves, because whoever reads compares published_at with
-- the clock, and their mails wait for the same moment; the audit notes it.
-- Returns: {"applications": n}
-- Tables: application (read), audit (insert)
create or replace function sojourn.job_publish(p_due timestamptz) returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_count integer;
begin
	perform sojourn.note(null, 'publish', 'application', a.id, 'done',
	    'R38', null, jsonb_build_object('state', a.state), 0, a.person_id)
	  from application a
	 where a.published_at = p_due
	   and a.state in ('approved', 'rejected', 'issued');
	get diagnostics v_count = row_count;
	return jsonb_build_object('applications', v_count);
end
$$;
