-- teach_api.appeal_decide(session, right, request, appeal, decision, grade,
-- reason): the instructor's answer to a request for correction (R15).
-- Outcomes: those of sojourn.grade_appeal_decide; gone for a request about a
--   section of somebody else; already (the same request)
-- Tables: grade_appeal, section_instructor (read), by
--   sojourn.grade_appeal_decide; request, audit (by conclude)
create or replace function teach_api.appeal_decide(p_session bytea,
    p_right text, p_request text, p_appeal bigint, p_decision text,
    p_grade text, p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_end   sojourn.verdict;
	v_id    bigint;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'appeal') then
		return next sojourn.says('appeal-decide', 'already', 'R15');
		return;
	end if;
	select p.id into v_id from grade_appeal p
	  join section_instructor i on i.section_id = p.section_id
	 where p.id = p_appeal and i.account_id = v_actor.account_id;
	v_end := sojourn.grade_appeal_decide(v_actor, v_id, 'instructor',
	    p_decision, p_grade, p_reason);
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('appeal-decide', v_end.outcome, v_end.rule,
		v_end.detail, '', 'grade_appeal', v_id)]);
end
$$;
