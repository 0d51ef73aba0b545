-- account_api.logout(session): ends the session of this browser.
-- Returns: nothing; it is the same whether there was one or not
-- Tables: session (update), audit (insert)
create or replace function account_api.logout(p_session bytea)
returns table (outcome text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_account bigint;
begin
	update session s set ended_at = clock_timestamp()
	 where s.token_hash = p_session and s.ended_at is null
	returning s.account_id into v_account;
	perform account_api.note_login(v_account, 'logout', 'done');
	outcome := 'done';
	return next;
end
$$;
