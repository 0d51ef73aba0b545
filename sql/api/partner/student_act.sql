-- partner_api.student_act(...): what a university does about one student.
-- Parameters: p_decision  retract, status_change (value enrolled or leave),
--               new_email (value: the address) or settle (value own, list or
--               rival: whose claim on the number holds, S2)
--             p_reason    why; kept with the application
-- Outcomes: as sojourn.student_change; already (same request)
-- Tables: those of sojourn.student_change
create or replace function partner_api.student_act(p_session bytea,
    p_right text, p_request text, p_id bigint, p_decision text,
    p_reason text, p_value text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_say   sojourn.verdict;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, p_decision) then
		return next sojourn.says(p_decision, 'already', 'R6');
		return;
	end if;
	v_say := sojourn.student_change(v_actor, v_actor.university_id, p_id,
	    p_decision, coalesce(p_reason, ''), coalesce(p_value, ''));
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says(p_decision, v_say.outcome, v_say.rule,
		v_say.detail, '', 'application',
		case when v_say.outcome <> 'gone' then p_id end)]);
end
$$;
