-- sojourn.withdraw_decide(actor, withdrawals, decision, reason, request): staff
-- decide about letters that came after their time (R12, C29): a grace is a
-- recorded decision with its reason.
-- Parameters: p_decision  accept: withdrawn; reject: the student stays enrolled
-- Outcomes, one row per withdrawal in the order asked: done; invalid (accept
--   without a reason); changed (is not waiting for this decision); gone
-- Tables: as sojourn.withdraw_settle
create or replace function sojourn.withdraw_decide(p_actor sojourn.actor,
    p_ids bigint[], p_decision text, p_reason text, p_request text)
returns table (withdrawal bigint, section text, outcome text, rule text,
    detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	v record;
begin
	perform sojourn.withdraw_lock(p_ids);
	for v in
		select q.id as asked, w.id, w.state, s.code
		  from unnest(p_ids) with ordinality q (id, n)
		  left join withdrawal w on w.id = q.id
		  left join section s on s.id = w.section_id
		 order by q.n
	loop
		withdrawal := v.asked;
		section := coalesce(v.code, '');
		rule := 'R12';
		detail := jsonb_build_object('decision', p_decision);
		outcome := case when v.id is null then 'gone'
		    when p_decision = 'accept'
			and btrim(coalesce(p_reason, '')) = '' then 'invalid'
		    when v.state <> 'confirmed-late' then 'changed'
		    else 'done' end;
		if outcome = 'done' then
			perform sojourn.withdraw_settle(p_actor, array[v.id],
			    case p_decision when 'accept' then 'withdrawn'
				else 'refused' end, null, p_reason, p_request);
		elsif v.id is not null then
			perform sojourn.note(p_actor, 'withdraw-' || p_decision,
			    'withdrawal', v.id, outcome, 'R12', p_request);
		end if;
		return next;
	end loop;
end
$$;
