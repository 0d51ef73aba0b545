-- sojourn.job_lapse(due): withdrawals whose time for the home university's
-- letter is over (R12): the student stays enrolled, and student, university's
-- feed and the host's contact are told.  Late letters are still taken, as late.
-- Returns: {"withdrawals": n}
-- Tables: as sojourn.withdraw_settle; host (read), outbox (insert)
create or replace function sojourn.job_lapse(p_due timestamptz) returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_ids bigint[];
	v_n   integer := 0;
begin
	select array_agg(w.id order by w.id) into v_ids from withdrawal w
	 where w.state = 'requested' and sojourn.withdraw_due(w.id) <= p_due;
	if v_ids is not null then
		perform sojourn.withdraw_lock(v_ids);
		v_n := sojourn.withdraw_settle(null, v_ids, 'lapsed', null, '', null);
		perform sojourn.mail('withdrawals-lapsed', h.contact_email, 'ko',
		    jsonb_build_object('n', v_n, 'until', p_due))
		  from host h;
	end if;
	return jsonb_build_object('withdrawals', v_n);
end
$$;
