-- partner_api.settings_save(...): the university's own settings.
-- Parameters: p_deadline  its own deadline of the term, null = the host's
-- Outcomes: done; already (same request, or nothing differs); invalid with the
--   field (deadline R7: later than the host's; stage, limit)
-- Tables: university (update), time_window (update, insert), audit (insert),
--   and those of recommendation_effects when the stage changes
create or replace function partner_api.settings_save(p_session bytea,
    p_right text, p_request text, p_term text, p_deadline timestamptz,
    p_name text, p_email text, p_phone text, p_criteria text, p_stage text,
    p_max_credits integer)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_u     university;
	v_term  integer := sojourn.term_current(p_term);
	v_moved boolean;
	v_word  text := 'done';
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'settings') then
		return next sojourn.says('settings', 'already', 'R7');
		return;
	end if;
	select u.* into v_u from university u
	 where u.id = v_actor.university_id for update;
	if p_deadline > (sojourn.window_state(v_term, 'APPLY')).closes_at then
		return query select * from sojourn.conclude(v_actor, p_request,
		    array[sojourn.says('settings', 'invalid', 'R7',
			'{"field": "deadline"}')]);
		return;
	end if;
	v_moved := sojourn.own_deadline(v_actor, v_term, p_deadline);
	if not v_moved and (v_u.coordinator_name, v_u.coordinator_email,
	    v_u.coordinator_phone, v_u.criteria, v_u.verification_stage,
	    v_u.max_credits) is not distinct from (p_name, p_email, p_phone,
	    p_criteria, p_stage, p_max_credits) then
		v_word := 'already';
	end if;
	update university u
	   set coordinator_name = p_name, coordinator_email = p_email,
	       coordinator_phone = p_phone, criteria = p_criteria,
	       verification_stage = p_stage, max_credits = p_max_credits
	 where u.id = v_u.id and v_word = 'done';
	if v_u.verification_stage <> p_stage then
		perform sojourn.recommendation_effects(array(select a.id
		    from application a where a.university_id = v_u.id
		    and a.state = 'issued' and a.term_id = v_term));
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('settings', v_word, 'R7', jsonb_strip_nulls(
		jsonb_build_object('stage', nullif(p_stage,
		    v_u.verification_stage), 'max_credits', case when
		    p_max_credits is distinct from v_u.max_credits
		    then p_max_credits end, 'deadline', case when v_moved
		    then p_deadline end)), '', 'university', v_u.id)]);
end
$$;
