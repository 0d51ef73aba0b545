-- sojourn.account_password(actor, account, hash): a password that the
-- administrator of the machine sets; ends the sessions and the open links.
-- For staff and partners alone: nobody sets a student's password (R28, S1).
-- Outcomes: done · closed (disabled) · invalid (field login: a student's) ·
--           unknown
-- Tables: account, session, token (update), audit (insert)
create or replace function sojourn.account_password(p_actor sojourn.actor,
    p_account bigint, p_hash text)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_off  timestamptz;
	v_kind text;
begin
	select a.disabled_at, a.kind into v_off, v_kind
	  from account a where a.id = p_account for update;
	if not found then
		return verdict('unknown');
	elsif v_kind = 'student' then
		return verdict('invalid', 'R28', '{"field": "login"}');
	elsif v_off is not null then
		return verdict('closed');
	end if;
	update account
	   set password_hash = p_hash, password_state = 'set',
	       password_since = clock_timestamp(), birthdate_until = null
	 where id = p_account;
	update session set ended_at = clock_timestamp()
	 where account_id = p_account and ended_at is null;
	update token set used_at = sojourn.now()
	 where account_id = p_account and used_at is null
	   and kind in ('activate', 'reset');
	perform note(p_actor, 'account-password', 'account', p_account, 'done', null);
	return verdict('done');
end
$$;
