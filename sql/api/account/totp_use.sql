-- account_api.totp_use(account, step, recovery): is it a code that was not used?
-- It is used from then on; two logins at once get one of them (S5).
-- Tables: totp, totp_recovery (update), audit (insert), those of
--         sojourn.totp_tell
create or replace function account_api.totp_use(p_account bigint,
    p_step bigint, p_recovery bytea) returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update totp t set last_step = p_step
	 where t.account_id = p_account and t.last_step < p_step;
	if found then
		return true;
	end if;
	update totp_recovery r set used_at = clock_timestamp()
	 where r.account_id = p_account and r.hash = p_recovery
	   and r.used_at is null;
	if not found then
		return false;
	end if;
	perform account_api.note_login(p_account, 'recovery', 'done');
	perform sojourn.totp_tell(p_account, 'recovery');
	return true;
end
$$;
