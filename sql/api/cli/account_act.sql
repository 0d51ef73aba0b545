-- cli_api.account_act(login, act, value): one act on an account.
-- Parameters: p_act    disable, enable, reset, role-add, role-remove, email,
--                      password, totp-end
--             p_value  the role, the address, the Argon2id hash; else ''
-- Outcomes: done · already · locked · closed · invalid (field) · unknown
-- Tables: account (read, update), session (update), audit (insert), those of
--         the shared functions
create or replace function cli_api.account_act(p_login text, p_act text,
    p_value text, out outcome text, out field text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v    sojourn.verdict;
	v_id bigint;
begin
	select a.id into v_id from account a where a.login = p_login;
	v := case p_act
	    when 'disable' then sojourn.account_switch(null, v_id, false)
	    when 'enable' then sojourn.account_switch(null, v_id, true)
	    when 'reset' then sojourn.account_reset_mail(null, v_id)
	    when 'role-add' then sojourn.account_role_set(null, v_id, p_value, true)
	    when 'role-remove' then sojourn.account_role_set(null, v_id, p_value, false)
	    when 'email' then sojourn.account_address(null, v_id, p_value)
	    when 'totp-end' then sojourn.totp_drop(null, v_id)
	    when 'password' then sojourn.account_password(null, v_id, p_value)
	    end;
	outcome := v.outcome;
	field := coalesce(v.detail ->> 'field', '');
end
$$;
