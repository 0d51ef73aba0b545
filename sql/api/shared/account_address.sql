-- sojourn.account_address(actor, account, address): the address of a staff or
-- partner account.  Students' addresses change through their universities and
-- the page /account/contact alone (R42, C27); but by hand where the old one was
-- erased (S25).
-- Outcomes: done · already · invalid (field email; or login: a student's) ·
--           unknown
-- Tables: account (update), audit (insert)
create or replace function sojourn.account_address(p_actor sojourn.actor,
    p_account bigint, p_email text)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v account;
begin
	select * into v from account a where a.id = p_account for update;
	if not found then
		return verdict('unknown');
	elsif v.kind = 'student' and not exists (select from erasure e
		where e.person_id = sojourn.person_root(v.person_id)) then
		return verdict('invalid', 'R42', '{"field": "login"}');
	elsif p_email !~ '^[^[:space:]<>@]+@[^[:space:]<>@]+\.[^[:space:]<>@.]+$'
	    or length(p_email) > 254 then
		return verdict('invalid', null, '{"field": "email"}');
	elsif v.email = p_email then
		return verdict('already');
	end if;
	update account set email = p_email where id = p_account;
	perform note(p_actor, 'account-email', 'account', p_account, 'done', null);
	return verdict('done');
end
$$;
