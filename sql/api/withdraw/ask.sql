-- withdraw_api.ask(session, right, request, section, reason): POST /withdraw.
-- Returns: one row of sojourn.withdraw_ask; none without the right
-- Tables: as sojourn.withdraw_ask
create or replace function withdraw_api.ask(p_session bytea, p_right text,
    p_request text, p_section text, p_reason text)
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
	v := sojourn.withdraw_ask(v_actor, v_actor.person_id, p_section,
	    p_reason, p_request);
	return query select p_section, 'withdraw', v.outcome,
	    coalesce(v.rule, ''), coalesce(v.detail, '{}');
end
$$;
