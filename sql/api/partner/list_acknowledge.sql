-- partner_api.list_acknowledge(session, right, request, list): this university
-- has seen its list (R55).
-- Outcomes: those of sojourn.list_acknowledge; already (the same request)
-- Tables: those of sojourn.list_acknowledge; request, audit (by conclude)
create or replace function partner_api.list_acknowledge(p_session bytea,
    p_right text, p_request text, p_list bigint)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_end   sojourn.verdict;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'acknowledge') then
		return next sojourn.says('acknowledge', 'already', 'R55');
		return;
	end if;
	v_end := sojourn.list_acknowledge(v_actor, v_actor.university_id, p_list,
	    null);
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('acknowledge', v_end.outcome, v_end.rule,
		v_end.detail, '', 'final_list', p_list)]);
end
$$;
