-- account_api.totp_start(...): a new secret for an authenticator app, to be
-- confirmed by a first code; until then nothing changes.
-- Parameters: p_good the current password was right, p_old its hash; p_secret
--             wrapped, with its recovery codes
-- Returns: done; already (the same request); closed (one is in use); invalid (the
--          current password)
-- Tables: totp (insert, update), attempt, audit (insert)
create or replace function account_api.totp_start(p_session bytea,
    p_right text, p_address text, p_good boolean, p_old text, p_secret bytea,
    p_request text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	detail := '{}';
	if not account_api.totp_password(v_actor, p_address, p_good, p_old) then
		outcome := 'invalid';
	elsif not sojourn.claim(v_actor.account_id, p_request, 'totp-start') then
		outcome := 'already';
		return next;
		return;
	else
		insert into totp as t (account_id, secret)
		values (v_actor.account_id, p_secret)
		on conflict (account_id) do update
		   set secret = excluded.secret, made_at = clock_timestamp()
		 where t.confirmed_at is null;
		outcome := case when found then 'done' else 'closed' end;
	end if;
	perform sojourn.note(v_actor, 'totp-start', 'account',
	    v_actor.account_id, outcome, 'S5', p_request);
	return next;
end
$$;
