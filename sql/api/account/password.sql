-- account_api.password(...): changes the password of somebody who is logged in;
-- every other session ends and this one gets a new token (S6).
-- Parameters: p_good  the current password was right, p_old its hash
--             p_new   the new hash
--             p_token SHA-256 of the session's new cookie
-- Returns: outcome 'done', 'already', 'invalid' (the current password)
-- Tables: account, session, token (update), attempt, outbox, audit (insert)
create or replace function account_api.password(p_session bytea,
    p_right text, p_address text, p_good boolean, p_old text, p_new text,
    p_token bytea, p_request text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v       account;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	select a.* into v from account a where a.id = v_actor.account_id
	   for no key update;
	if not p_good or v.password_hash is distinct from p_old then
		insert into attempt (what, subject, address)
		values ('login', 'password:' || v.login, p_address);
		outcome := 'invalid';
	elsif not sojourn.claim(v.id, p_request, 'password') then
		outcome := 'already';
		return next;
		return;
	else
		update account a set password_hash = p_new,
		       password_since = clock_timestamp() where a.id = v.id;
		update session s set ended_at = clock_timestamp()
		 where s.account_id = v.id and s.ended_at is null
		   and s.id <> v_actor.session_id;
		update session s set token_hash = p_token
		 where s.id = v_actor.session_id;
		update token t set used_at = clock_timestamp()
		 where t.account_id = v.id and t.used_at is null
		   and t.kind = 'reset';
		perform sojourn.mail('password-changed', v.email, v.lang, '{}',
		    v.id, v.person_id);
		outcome := 'done';
	end if;
	detail := '{}';
	perform sojourn.note(v_actor, 'password', 'account', v.id, outcome,
	    null, p_request);
	return next;
end
$$;
