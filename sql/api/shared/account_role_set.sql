-- sojourn.account_role_set(actor, account, role, on): gives or takes a role.
-- Outcomes: done · already · invalid (a role that this kind of account cannot
--           have; students have theirs for ever) · locked (the last
--           administrator stays one) · unknown
-- Tables: account (read), account_role (insert, delete), audit (insert)
create or replace function sojourn.account_role_set(p_actor sojourn.actor,
    p_account bigint, p_role text, p_on boolean)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_kind text;
begin
	select a.kind into v_kind from account a where a.id = p_account for update;
	if not found then
		return verdict('unknown');
	elsif not p_role = any (case v_kind
	    when 'staff' then array['admin', 'academic', 'affairs', 'instructor', 'auditor']
	    when 'partner' then array['coordinator', 'recommender']
	    else array[]::text[] end) then
		return verdict('invalid', null, jsonb_build_object('field', 'role'));
	elsif not p_on and p_role = 'admin' and account_last_admin(p_account) then
		return verdict('locked');
	end if;
	if p_on then
		insert into account_role (account_id, role, given_by)
		values (p_account, p_role, (p_actor).account_id)
		on conflict do nothing;
	else
		delete from account_role r
		 where r.account_id = p_account and r.role = p_role;
	end if;
	if not found then
		return verdict('already');
	end if;
	perform note(p_actor, case when p_on then 'role-give' else 'role-take' end,
	    'account', p_account, 'done', null, null,
	    jsonb_build_object('role', p_role));
	return verdict('done');
end
$$;
