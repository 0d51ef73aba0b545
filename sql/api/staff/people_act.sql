-- staff_api.people_act(...): accounts of colleagues here and at the
-- universities: opened, closed, opened again, sent a new link, given or taken
-- a role, or its authenticator app ended for who has lost telephone and codes.
-- Parameters: p_decision  add, disable, enable, reset, role-add, role-remove,
--             totp-end;
--             p_university code for add, '' = staff; p_roles of add, or the
--             one of role-add and role-remove; p_reason why, a word, for
--             totp-end
-- Outcomes: done; already; duplicate (login is taken); closed (reset of a
--   closed account); conflict (the last administrator); forbidden (oneself);
--   gone (no such account); invalid with the field
-- Tables: account, university (read), the rest by sojourn.account_*
create or replace function staff_api.people_act(p_session bytea,
    p_right text, p_request text, p_decision text, p_login text, p_name text,
    p_email text, p_lang text, p_phone text, p_university text,
    p_roles text[], p_reason text default '')
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_id    bigint;
	v_uni   integer;
	v_end   sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'people') then
		return next sojourn.says('people-' || p_decision, 'already', null);
		return;
	end if;
	select a.id into v_id from account a where a.login = p_login;
	select u.id into v_uni from university u where u.code = p_university;
	v_end := case
	    when p_decision = 'add' and p_university <> '' and v_uni is null
		then sojourn.verdict('invalid', null, '{"field": "university"}')
	    when p_decision = 'add' then sojourn.account_open(v_actor, p_login,
		p_name, p_email, p_lang, p_phone, v_uni, p_roles)
	    when v_id is null then sojourn.verdict('gone')
	    when v_id = v_actor.account_id and p_decision <> 'reset'
		then sojourn.verdict('forbidden')
	    when p_decision = 'disable'
		then sojourn.account_switch(v_actor, v_id, false)
	    when p_decision = 'enable'
		then sojourn.account_switch(v_actor, v_id, true)
	    when p_decision = 'reset'
		then sojourn.account_reset_mail(v_actor, v_id)
	    when p_decision = 'totp-end' and coalesce(p_reason, '') = ''
		then sojourn.verdict('invalid', 'S5', '{"field": "why"}')
	    when p_decision = 'totp-end'
		then sojourn.totp_drop(v_actor, v_id)
	    else sojourn.account_role_set(v_actor, v_id, p_roles[1],
		p_decision = 'role-add') end;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('people-' || p_decision, case v_end.outcome
		when 'unknown' then 'gone' when 'locked' then 'conflict'
		else v_end.outcome end, v_end.rule, v_end.detail
		|| jsonb_strip_nulls(jsonb_build_object('login', p_login,
		'reason', nullif(p_reason, ''))), '', 'account',
		coalesce(v_id, (v_end.detail ->> 'account')::bigint))]);
end
$$;
