-- sojourn.job_expire(due): applications whose confirmation link has run out
-- unused expire (R36); so do those that no link ever reached, a day later.
-- An expired one blocks nobody and may be made again (S2).
-- Returns: {"applications": n}
-- Tables: application (update), token, outbox (read), audit (insert)
create or replace function sojourn.job_expire(p_due timestamptz) returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_count integer := 0;
	v_id    bigint;
begin
	for v_id in
		update application a
		   set state = 'expired', version = a.version + 1
		  from sojourn.job_expire_at() e
		 where e.application = a.id and e.ends_at <= p_due
		   and a.state = 'unconfirmed'
		returning a.id
	loop
		perform sojourn.note(null, 'expire', 'application', v_id,
		    'done', 'R36');
		v_count := v_count + 1;
	end loop;
	return jsonb_build_object('applications', v_count);
end
$$;
