-- sojourn.account_reset_mail(actor, account): mails a link to set a password:
-- a new one, or the first.  The old password stays until the link is used (R29).
-- Outcomes: done · invalid (no address) · closed (disabled) · unknown
-- Tables: account (read), outbox, audit (insert)
create or replace function sojourn.account_reset_mail(p_actor sojourn.actor,
    p_account bigint)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v account;
begin
	select * into v from account a where a.id = p_account;
	if not found then
		return verdict('unknown');
	elsif v.disabled_at is not null then
		return verdict('closed');
	elsif v.email = '' then
		return verdict('invalid', null, jsonb_build_object('field', 'email'));
	end if;
	perform mail(case when v.password_state = 'set' then 'reset'
	    when v.kind = 'student' then 'activate'
	    else 'account-invitation' end, v.email, v.lang, '{}', v.id);
	perform note(p_actor, 'account-reset', 'account', v.id, 'done', null);
	return verdict('done');
end
$$;
