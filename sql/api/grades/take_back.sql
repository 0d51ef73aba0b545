-- grades_api.take_back(session, right, request, appeal): POST /grades/cancel: the
-- student takes a request for correction back before it is decided (R15).
-- Outcomes: done; gone (no such request of one's own); changed (decided
--   meanwhile); already (taken back, or the same request)
-- Tables: grade_appeal (locked, update), grade_appeal_act (insert), person
--   (read); request, audit (by conclude)
create or replace function grades_api.take_back(p_session bytea,
    p_right text, p_request text, p_appeal bigint)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_state text;
	v_end   text;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'appeal-back') then
		return next sojourn.says('appeal-back', 'already', 'R15');
		return;
	end if;
	v_state := sojourn.grade_appeal_back(v_actor, p_appeal);
	v_end := case v_state when 'open' then 'done'
	    when 'taken-back' then 'already' when '' then 'gone'
	    else 'changed' end;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('appeal-back', v_end, 'R15', '{}', '',
		'grade_appeal', case when v_state <> '' then p_appeal end)]);
end
$$;
