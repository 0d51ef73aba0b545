-- sojourn.totp_drop(actor, account, request): takes the authenticator app from an account,
-- whose next code comes by mail: its owner, or an administrator for who has lost
-- telephone and recovery codes.
-- Outcomes: done; already (there is none); unknown
-- Tables: totp (delete), account (read), audit (insert), those of
--         sojourn.totp_tell
create or replace function sojourn.totp_drop(p_actor sojourn.actor,
    p_account bigint, p_request text default null) returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_used boolean;
begin
	if not exists (select from account a where a.id = p_account) then
		return verdict('unknown');
	end if;
	delete from totp t where t.account_id = p_account
	returning t.confirmed_at is not null into v_used;
	if not found then
		return verdict('already', 'S5');
	end if;
	perform note(p_actor, 'totp-end', 'account', p_account, 'done', 'S5',
	    p_request);
	if v_used then
		perform totp_tell(p_account, case when (p_actor).account_id
		    = p_account then 'off' else 'reset' end);
	end if;
	return verdict('done', 'S5');
end
$$;
