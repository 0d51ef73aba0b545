-- sojourn.withdraw_settle(actor, withdrawals, to, letter, reason, request): ends
-- withdrawals that are still open, after sojourn.withdraw_lock.
-- Parameters: p_to  withdrawn: the enrolment keeps its row as `withdrawn` and
--             gives its seat back (in that window nobody can take it, R11);
--             refused, lapsed: the student stays enrolled (R12)
-- Effects: the student is told by mail; the audit has a row for the feed of the
--          home university (R33)
-- Returns: the number of withdrawals ended
-- Tables: withdrawal, enrolment, section_seat (update), account, section (read),
--         outbox, audit (insert)
create or replace function sojourn.withdraw_settle(p_actor sojourn.actor,
    p_ids bigint[], p_to text, p_letter bigint, p_reason text,
    p_request text) returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
	v_n integer := 0;
begin
	for v in
		update withdrawal w
		   set state = p_to, decided_at = sojourn.now(),
		       decided_by = p_actor.account_id,
		       decision_reason = coalesce(p_reason, ''),
		       letter_id = coalesce(p_letter, w.letter_id)
		  from section s
		 where w.id = any (p_ids) and s.id = w.section_id
		   and w.state in ('requested', 'confirmed-late', 'lapsed')
		returning w.id, w.person_id, w.section_id, w.university_id, s.code
	loop
		v_n := v_n + 1;
		with changed as (
			update enrolment e
			   set state = case p_to when 'withdrawn'
				then 'withdrawn' else 'enrolled' end
			 where e.person_id = v.person_id
			   and e.section_id = v.section_id
			   and (e.state in ('withdraw_requested',
				'withdraw_home_confirmed')
				or (p_to = 'withdrawn' and e.state = 'enrolled'))
			returning e.section_id)
		update section_seat s set taken = s.taken - 1
		  from changed c
		 where s.section_id = c.section_id and p_to = 'withdrawn';
		insert into outbox (kind, lang, to_address, account_id, person_id,
		    params)
		select 'withdrawal-decided', a.lang, a.email, a.id, a.person_id,
		       jsonb_build_object('decision', case p_to
			   when 'withdrawn' then 'confirm'
			   when 'lapsed' then 'lapse' else 'refuse' end,
			   'section', v.code, 'reason', coalesce(p_reason, ''))
		  from account a
		 where a.person_id = v.person_id and a.email <> ''
		   and a.disabled_at is null;
		insert into audit (told_at, account_id, person_id, university_id,
		    program, act, object_kind, object_id, outcome, rule,
		    request_id, n, detail)
		values (sojourn.now(), p_actor.account_id, v.person_id,
		    v.university_id, substr(session_user, 9), case p_to
			when 'withdrawn' then 'withdraw-confirm'
			when 'lapsed' then 'withdraw-lapse'
			else 'withdraw-refuse' end, 'section', v.section_id,
		    'done', 'R12', p_request, v_n, jsonb_strip_nulls(
			jsonb_build_object('withdrawal', v.id, 'letter', p_letter)));
	end loop;
	return v_n;
end
$$;
