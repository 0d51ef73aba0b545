-- staff_api.identity_decide(...): is it one human or two? (R22, S1)
-- A merge takes two staff: the first asks (pending), another one agrees
-- (done).  Separating takes one, and separating what was merged undoes it.
-- Outcomes: done; pending (asked, a colleague must agree); already; forbidden
--   (the same person twice); locked (the younger one is registered in a
--   running term); gone (no such pair); invalid with the field
-- Tables: identity_case (update, insert), the rest by sojourn.identity_merge and
--   sojourn.identity_separate
create or replace function staff_api.identity_decide(p_session bytea,
    p_right text, p_request text, p_a bigint, p_b bigint, p_decision text,
    p_reason text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_case  record;
	v_end   sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	rule := 'R22';
	if coalesce(p_reason, '') = '' then
		outcome := 'invalid';
		detail := '{"field": "reason"}';
		return next;
		return;
	end if;
	select i.* into v_case from identity_case i
	 where least(i.a, i.b) = least(p_a, p_b)
	   and greatest(i.a, i.b) = greatest(p_a, p_b)
	   and i.undone_at is null
	   for update;
	if not found then
		outcome := 'gone';
		detail := '{}';
		return next;
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'identity') then
		outcome := 'already';
		detail := '{}';
		return next;
		return;
	end if;
	v_end := case p_decision
	    when 'merge' then sojourn.identity_merge(v_actor, v_case.id, p_reason)
	    else sojourn.identity_separate(v_actor, v_case.id, p_reason) end;
	outcome := v_end.outcome;
	rule := coalesce(v_end.rule, rule);
	detail := v_end.detail || jsonb_build_object('decision', p_decision);
	perform sojourn.note(v_actor, 'identity', 'identity_case', v_case.id,
	    outcome, rule, p_request, detail);
	return next;
end
$$;
