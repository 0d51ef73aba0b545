-- account_api.totp_end(...): the second step comes by mail again.
-- Parameters: p_good the current password was right, p_old its hash; neither is
--             asked for while nothing was confirmed
-- Returns: done; already; gone; invalid (the current password)
-- Tables: totp (read), attempt, audit (insert); those of sojourn.totp_drop
create or replace function account_api.totp_end(p_session bytea,
    p_right text, p_address text, p_good boolean, p_old text,
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
	if exists (select from totp t where t.account_id = v_actor.account_id
		and t.confirmed_at is not null)
	    and not account_api.totp_password(v_actor, p_address, p_good, p_old)
	then
		outcome := 'invalid';
		perform sojourn.note(v_actor, 'totp-end', 'account',
		    v_actor.account_id, outcome, 'S5', p_request);
		return next;
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'totp-end') then
		outcome := 'already';
	else
		outcome := (sojourn.totp_drop(v_actor, v_actor.account_id,
		    p_request)).outcome;
	end if;
	return next;
end
$$;
