-- account_api.totp_confirm(...): the first code of the app was typed.  Other
-- logins of the account end: they were opened without it.
-- Parameters: p_step  the thirty seconds the code belongs to, null = it was wrong;
--             p_was   the wrapped secret it was compared with; p_secret  the same
--             without recovery codes; p_codes  their SHA-256 in hexadecimal,
--             separated by commas
-- Returns: done; already; invalid; gone (nothing waits, or another secret)
-- Tables: totp, session, device (update), totp_recovery, audit (insert), those of
--         sojourn.totp_tell
create or replace function account_api.totp_confirm(p_session bytea,
    p_right text, p_step bigint, p_was bytea, p_secret bytea, p_codes text,
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
	if p_step is null then
		outcome := 'invalid';
	elsif not sojourn.claim(v_actor.account_id, p_request, 'totp-confirm') then
		outcome := 'already';
		return next;
		return;
	else
		update totp t
		   set secret = p_secret, confirmed_at = clock_timestamp(),
		       last_step = p_step
		 where t.account_id = v_actor.account_id
		   and t.confirmed_at is null and t.secret = p_was;
		outcome := case when found then 'done' else 'gone' end;
	end if;
	if outcome = 'done' then
		insert into totp_recovery (account_id, hash)
		select v_actor.account_id, decode(c, 'hex')
		  from unnest(string_to_array(p_codes, ',')) c;
		update session s set ended_at = clock_timestamp()
		 where s.account_id = v_actor.account_id and s.ended_at is null
		   and s.id <> v_actor.session_id;
		update device d set ended_at = clock_timestamp()
		 where d.account_id = v_actor.account_id and d.ended_at is null;
		perform sojourn.totp_tell(v_actor.account_id, 'on');
	end if;
	perform sojourn.note(v_actor, 'totp-confirm', 'account',
	    v_actor.account_id, outcome, 'S5', p_request);
	return next;
end
$$;
