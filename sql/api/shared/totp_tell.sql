-- sojourn.totp_tell(account, what): tells somebody that the second step of his
-- logins has changed, so that what a stranger did does not stay unseen (S5).
-- Parameters: p_what  on, off (by himself), reset (by the office), recovery (a
--             recovery code was used)
-- Tables: account, totp_recovery (read), outbox (insert)
create or replace function sojourn.totp_tell(p_account bigint, p_what text)
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	perform mail('second-step', a.email, a.lang, jsonb_build_object('what',
	    p_what, 'left', (select count(*) from totp_recovery r
		where r.account_id = a.id and r.used_at is null)), a.id)
	   from account a where a.id = p_account;
end
$$;
