-- staff_api.appeal_decide(...): staff decide about a request for correction in
-- the instructor's absence, or give the instructor more time (R15).
-- Parameters: p_decision  change, keep, extend; p_until for extend
-- Outcomes: those of sojourn.grade_appeal_decide and
--   sojourn.grade_appeal_extend; already (the same request)
-- Tables: by those; request, audit (by conclude)
create or replace function staff_api.appeal_decide(p_session bytea,
    p_right text, p_request text, p_appeal bigint, p_decision text,
    p_grade text, p_until timestamptz, p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_act   text := case p_decision when 'extend' then 'appeal-extend'
	    else 'appeal-decide' end;
	v_end   sojourn.verdict;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'appeal') then
		return next sojourn.says(v_act, 'already', 'R15');
		return;
	end if;
	if p_decision = 'extend' then
		v_end := sojourn.grade_appeal_extend(v_actor, p_appeal, p_until,
		    p_reason);
	else
		v_end := sojourn.grade_appeal_decide(v_actor, p_appeal, 'staff',
		    p_decision, p_grade, p_reason);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says(v_act, v_end.outcome, v_end.rule, v_end.detail,
		'', 'grade_appeal', p_appeal)]);
end
$$;
