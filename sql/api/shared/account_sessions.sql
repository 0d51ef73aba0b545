-- sojourn.account_sessions(): keeps what sessions know of their account: a role
-- that is taken away counts no more at once, and a closed account has none
-- (S6).
-- Tables: session (update), account (read), those of account_rights
create or replace function sojourn.account_sessions() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_account bigint;
begin
	if tg_table_name = 'account' then
		v_account := new.id;
	elsif tg_op = 'DELETE' then
		v_account := old.account_id;
	else
		v_account := new.account_id;
	end if;
	update session s
	   set person_id = a.person_id, rights = account_rights(a.id),
	       ended_at = case when a.disabled_at is not null
		   then clock_timestamp() end
	  from account a
	 where a.id = v_account and s.account_id = a.id
	   and s.ended_at is null;
	return null;
end
$$;
