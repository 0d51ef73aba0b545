-- staff_api.withdrawal_decide(...): does a letter that came late still count?
-- (R12, C29)
-- Parameters: p_decision  accept or reject; both with a reason
-- Outcomes per withdrawal: those of sojourn.withdraw_decide.  As a whole:
--   invalid with the field; already (the same request)
-- Tables: by sojourn.withdraw_decide
create or replace function staff_api.withdrawal_decide(p_session bytea,
    p_right text, p_request text, p_withdrawals bigint[], p_decision text,
    p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor   sojourn.actor;
	v_answers sojourn.answer[];
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'withdrawal') then
		return next sojourn.says('withdrawal-' || p_decision, 'already',
		    'R12');
		return;
	end if;
	if coalesce(p_reason, '') = '' then
		v_answers := array[sojourn.says('withdrawal-' || p_decision,
		    'invalid', 'R12', '{"field": "reason"}')];
	else
		v_answers := array(select sojourn.says('withdrawal-'
		    || p_decision, d.outcome, d.rule, d.detail, d.section,
		    'withdrawal', d.withdrawal)
		  from sojourn.withdraw_decide(v_actor, p_withdrawals,
		      p_decision, p_reason, null) d);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    v_answers);
end
$$;
