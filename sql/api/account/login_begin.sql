-- account_api.login_begin(login, address, device): what the program needs to
-- check a password.  Unknown, disabled and passwordless logins look alike; the
-- program hashes for them too.
-- Parameters: p_login    as typed; p_address  where from
--             p_device   SHA-256 of the device's cookie, null = none
-- Returns: one row: outcome 'done' (check it) or 'locked' (wait seconds);
--          hash: Argon2id, null = compare with nothing;
--          birth: six digits, only while a birth-date password waits for its
--          first use (R28); dud: treat as such although there is none (S3);
--          known: a device that passed the second step, or an account without
--          one: it may use the kept half of the slots
-- Tables: account, device, person, attempt (read)
create or replace function account_api.login_begin(p_login text,
    p_address text, p_device bytea, out outcome text, out wait integer,
    out hash text, out birth text, out dud boolean, out known boolean)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_login  text := account_api.canonical(p_login);
	v_policy boolean := sojourn.rule('credit-exchange', 'initial_password')
	    = 'birthdate-suffix';
	v        record;
	v_device boolean;
begin
	select a.id, a.password_hash, a.password_state, a.second_step,
	       to_char(p.birth_date, 'YYMMDD') as birth
	  into v
	  from account a left join person p on p.id = a.person_id
	 where a.login = v_login and a.disabled_at is null;
	v_device := exists (select from device d where d.account_id = v.id
	    and d.ended_at is null and d.token_hash = p_device);
	known := v_device or coalesce(v.second_step = 'never', false);
	wait := case when v_device then 0
	    else account_api.pair_wait(v_login, p_address) end;
	outcome := case when wait > 0 then 'locked' else 'done' end;
	hash := v.password_hash;
	if v.password_state = 'birthdate' then
		birth := v.birth;
	end if;
	dud := coalesce(v.password_state, '') <> 'set'
	    and (birth is not null
		or (v_policy and v_login ~ '^E[0-9]{2}[12SW][0-9]{6}$'));
end
$$;
