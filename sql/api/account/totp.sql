-- account_api.totp(session, right): my second step by an authenticator app.
-- Returns: state '' (by mail), pending (to be confirmed), active; account, login
--          and issuer (code of the host) for the app; secret as wrapped, only
--          while pending; confirmed_at; left: recovery codes not used
-- Tables: totp, totp_recovery, account, host (read)
create or replace function account_api.totp(p_session bytea, p_right text)
returns table (state text, account bigint, login text, issuer text,
    secret text, confirmed_at timestamptz, "left" bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select case when t.account_id is null then ''
		when t.confirmed_at is null then 'pending' else 'active' end,
	       a.id, a.login, h.code,
	       case when t.confirmed_at is null then encode(t.secret, 'hex') end,
	       t.confirmed_at, (select count(*) from totp_recovery r
		where r.account_id = t.account_id and r.used_at is null)
	  from account a cross join host h
	  left join totp t on t.account_id = a.id
	 where a.id = v_actor.account_id;
end
$$;
