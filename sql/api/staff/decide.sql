-- staff_api.decide(...): decisions on applications, one or many (R37, C33).
-- Parameters: p_decision  approve, reject, return or hold; deciding again
--                         undoes, until the ID is issued
--             p_reason    needed for all but approve; the applicant reads it
--             p_applications  ids in the order asked
--             p_seen      the newest audit row when the page was shown: what
--                         a colleague has decided since is not overwritten
-- Outcomes per application: done; already (it is in that state, or the same
--   request again); closed (R8: issued); gone (unknown, withdrawn, expired);
--   unconfirmed (R36); forbidden (R37: entered by oneself); not-recommended
--   (R3: refused at home); ineligible (R2: no agreement, not enrolled);
--   quota (R2: agreement is full); changed (a colleague was faster).
--   As a whole: invalid with the field.
-- Tables: application, outbox (update); audit, outbox (insert); agreement,
--   term, account (read)
create or replace function staff_api.decide(p_session bytea, p_right text,
    p_request text, p_decision text, p_reason text, p_applications bigint[],
    p_seen bigint)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor   sojourn.actor;
	v_verdict sojourn.verdict;
	v_answers sojourn.answer[];
	v_id      bigint;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'decide') then
		return next sojourn.says(p_decision, 'already', 'R37');
		return;
	end if;
	if coalesce(cardinality(p_applications), 0) = 0 then
		v_answers := array[sojourn.says(p_decision, 'invalid', 'R37',
		    '{"field": "application"}')];
	elsif p_decision <> 'approve' and coalesce(p_reason, '') = '' then
		v_answers := array[sojourn.says(p_decision, 'invalid', 'R37',
		    '{"field": "reason"}')];
	else
		-- Rows are locked in the order of their ids, so that two clerks
		-- with overlapping selections wait and never deadlock.
		perform from application a where a.id = any (p_applications)
		  order by a.id for update;
		for v_id in select x.id from unnest(p_applications)
		    with ordinality as x(id, pos)
		    group by x.id order by min(x.pos)
		loop
			v_verdict := sojourn.application_decide(v_actor, v_id,
			    p_decision, coalesce(p_reason, ''), p_seen);
			v_answers := v_answers || sojourn.says(p_decision,
			    v_verdict.outcome, v_verdict.rule,
			    v_verdict.detail, v_id::text, 'application', v_id);
		end loop;
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    v_answers);
end
$$;
