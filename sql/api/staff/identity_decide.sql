-- staff_api.identity_decide(...): is it one human or two? (R22, S1)
-- A merge takes two staff: the first asks (pending), another one agrees
-- (done).  Separating takes one, and separating what was merged undoes it.
-- Outcomes: done; pending (asked, a colleague must agree); already; forbidden
--   (the same person twice); conflict (the younger one is registered in a
--   running term); gone (no such pair); invalid with the field
-- Tables: identity_case (locked), the rest by sojourn.identity_merge and
--   sojourn.identity_separate
create or replace function staff_api.identity_decide(p_session bytea,
    p_right text, p_request text, p_a bigint, p_b bigint, p_decision text,
    p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_case  bigint;
	v_end   sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'identity') then
		return next sojourn.says(p_decision, 'already', 'R22');
		return;
	end if;
	select i.id into v_case from identity_case i
	 where least(i.a, i.b) = least(p_a, p_b)
	   and greatest(i.a, i.b) = greatest(p_a, p_b)
	   and i.undone_at is null
	   for update;
	v_end := case when coalesce(p_reason, '') = ''
		then sojourn.verdict('invalid', 'R22', '{"field": "reason"}')
	    when v_case is null then sojourn.verdict('gone', 'R22')
	    when p_decision = 'merge'
		then sojourn.identity_merge(v_actor, v_case, p_reason)
	    else sojourn.identity_separate(v_actor, v_case, p_reason) end;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says(p_decision, v_end.outcome, v_end.rule,
		v_end.detail, '', 'identity_case', v_case)]);
end
$$;
