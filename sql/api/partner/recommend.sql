-- partner_api.recommend(...): recommends, refuses or reopens applications of
-- the own university (R3, R46).
-- Parameters: p_criteria  '1' = the university's own criteria were checked (R4)
-- Outcomes: per application as sojourn.recommend; as a whole invalid with the
--   field, already (same request)
-- Tables: those of sojourn.recommend
create or replace function partner_api.recommend(p_session bytea,
    p_right text, p_request text, p_applications bigint[], p_decision text,
    p_reason text, p_criteria text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if p_decision = 'refuse' and btrim(coalesce(p_reason, '')) = '' then
		return next sojourn.says('recommend', 'invalid', 'R3',
		    '{"field": "reason"}');
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'recommend') then
		return next sojourn.says('recommend', 'already', 'R3');
		return;
	end if;
	return query
	select s.* from sojourn.recommend(v_actor, p_applications, p_decision,
	    coalesce(p_reason, ''), p_request, case when p_criteria = '1'
		then '{"criteria_met": true}'::jsonb else '{}' end) r
	 cross join lateral sojourn.says('recommend', r.outcome, r.rule,
	    r.detail, r.application::text, 'application', r.application) s;
end
$$;
