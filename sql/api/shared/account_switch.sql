-- sojourn.account_switch(actor, account, on): an account is disabled or enabled.
-- Disabling ends its sessions and its open links at once.
-- Outcomes: done · already (it was so) · locked (the last administrator stays)
--           · unknown
-- Tables: account, session, token, login_attempt (update), calendar_link
--         (delete), audit (insert)
create or replace function sojourn.account_switch(p_actor sojourn.actor,
    p_account bigint, p_on boolean)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_off timestamptz;
begin
	select a.disabled_at into v_off from account a where a.id = p_account
	   for update;
	if not found then
		return verdict('unknown');
	elsif (v_off is null) = p_on then
		return verdict('already');
	elsif not p_on and account_last_admin(p_account) then
		return verdict('locked');
	end if;
	update account set disabled_at = case when not p_on then clock_timestamp() end
	 where id = p_account;
	if not p_on then
		update session set ended_at = clock_timestamp()
		 where account_id = p_account and ended_at is null;
		update token set used_at = sojourn.now()
		 where account_id = p_account and used_at is null;
		update login_attempt set used_at = clock_timestamp()
		 where account_id = p_account and used_at is null;
		delete from calendar_link l using account a
		 where a.id = p_account and l.person_id = a.person_id;
	end if;
	perform note(p_actor, case when p_on then 'account-enable' else 'account-disable' end,
	    'account', p_account, 'done', null);
	return verdict('done');
end
$$;
