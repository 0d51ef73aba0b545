-- grades_api.ask(session, right, request, term, section, reason): POST
-- /grades/appeal (R15).
-- Outcomes: those of sojourn.grade_appeal_ask; already (the same request)
-- Tables: by sojourn.grade_appeal_ask; request, audit (by conclude)
create or replace function grades_api.ask(p_session bytea, p_right text,
    p_request text, p_term text, p_section text, p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v       record;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'appeal') then
		return next sojourn.says('appeal', 'already', 'R15', '{}',
		    p_section);
		return;
	end if;
	select * into v from sojourn.grade_appeal_ask(v_actor,
	    v_actor.person_id, sojourn.term_current(p_term), p_section,
	    p_reason);
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('appeal', (v.verdict).outcome,
		(v.verdict).rule, (v.verdict).detail, p_section,
		case when v.appeal is null then 'section'
		    else 'grade_appeal' end,
		coalesce(v.appeal, v.section_id))]);
end
$$;
