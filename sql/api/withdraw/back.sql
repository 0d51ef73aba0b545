-- withdraw_api.back(session, right, request, section): POST /withdraw/cancel.
-- Returns: one row of sojourn.withdraw_back; none without the right
-- Tables: as sojourn.withdraw_back
create or replace function withdraw_api.back(p_session bytea, p_right text,
    p_request text, p_section text)
returns table (section text, act text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v sojourn.verdict;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v := sojourn.withdraw_back(v_actor, v_actor.person_id, p_section,
	    p_request);
	return query select p_section, 'withdraw-back', v.outcome,
	    coalesce(v.rule, ''), coalesce(v.detail, '{}');
end
$$;
