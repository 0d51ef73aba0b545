-- account_api.totp_password(...): was the current password right?  A wrong one is
-- counted as at its change.
-- Tables: account (read), attempt (insert)
create or replace function account_api.totp_password(p_actor sojourn.actor,
    p_address text, p_good boolean, p_old text) returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select a.login, a.password_hash into v from account a
	 where a.id = p_actor.account_id for no key update;
	if p_good and v.password_hash is not distinct from p_old then
		return true;
	end if;
	insert into attempt (what, subject, address)
	values ('login', 'password:' || v.login, p_address);
	return false;
end
$$;
