-- sojourn.job_birthdate(due): birth-date passwords that were not used in their
-- seven days die (S3); the person can ask for a link.
-- Returns: {"accounts": n}
-- Tables: account (update), audit (insert)
create or replace function sojourn.job_birthdate(p_due timestamptz)
returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_count integer := 0;
	v       record;
begin
	for v in
		update account a
		   set password_state = 'none', birthdate_until = null
		 where a.password_state = 'birthdate'
		   and a.birthdate_until <= p_due
		returning a.id, a.person_id
	loop
		perform sojourn.note(null, 'birthdate-end', 'account', v.id,
		    'done', 'R28', null, '{}', 0, v.person_id);
		v_count := v_count + 1;
	end loop;
	return jsonb_build_object('accounts', v_count);
end
$$;
