-- partner_api.people_act(...): colleagues of the own university.
-- Parameters: p_decision  invite (login, name, email, roles), roles (account,
--               roles), disable, enable, remind (a new link by mail)
-- Outcomes: done; already; invalid with the field; duplicate (the login is
--   taken); gone (unknown or foreign, S11); forbidden (one's own account)
-- Tables: account (read) and those of the sojourn.account_ functions
create or replace function partner_api.people_act(p_session bytea,
    p_right text, p_request text, p_decision text, p_account bigint,
    p_login text, p_name text, p_email text, p_roles text[], p_lang text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_say   sojourn.verdict;
	v_a     record;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'people') then
		return next sojourn.says('people', 'already', null);
		return;
	end if;
	select a.id, a.email, a.lang, a.password_state, a.disabled_at into v_a
	  from account a
	 where a.id = p_account and a.university_id = v_actor.university_id;
	if p_decision = 'invite' then
		v_say := sojourn.account_open(v_actor, p_login, p_name, p_email,
		    p_lang, '', v_actor.university_id, p_roles);
	elsif v_a.id is null then
		v_say := sojourn.verdict('gone');
	elsif v_a.id = v_actor.account_id then
		v_say := sojourn.verdict('forbidden');
	elsif p_decision = 'roles' then
		v_say := sojourn.partner_roles(v_actor, v_a.id, p_roles);
	elsif p_decision = 'remind' then
		v_say := sojourn.verdict(case when v_a.password_state = 'none'
		    and v_a.disabled_at is null then 'done' else 'already' end);
		perform sojourn.mail('account-invitation', v_a.email, v_a.lang,
		    '{}', v_a.id) where v_say.outcome = 'done';
	else
		v_say := sojourn.account_switch(v_actor, v_a.id,
		    p_decision = 'enable');
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('people', v_say.outcome, v_say.rule,
		v_say.detail || jsonb_build_object('decision', p_decision), '',
		'account', coalesce(v_a.id, (v_say.detail ->> 'account')::bigint))]);
end
$$;
