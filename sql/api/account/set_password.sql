-- account_api.set_password(...): a password from a mailed link: the first one
-- (activate) or a new one (reset).  The link is used up with every other of
-- this account, other sessions end, and the person is logged in: the mailbox
-- is proven, so the device is known.
-- Parameters: p_kind, p_token, p_attempt  as for account_api.link
--             p_hash    Argon2id, checked and made by the program
--             p_email2  a second address, '' = none (activate only)
--             p_session, p_before, p_fresh, p_agent  as for open_session
-- Returns: outcome 'done', 'already' (the same request again), 'expired',
--          'gone'; to, login, lang
-- Tables: account, token, login_attempt, session, device (update), outbox,
--         audit, request (insert)
create or replace function account_api.set_password(p_kind text,
    p_token bytea, p_attempt bytea, p_hash text, p_email2 text,
    p_session bytea, p_before bytea, p_device bytea, p_fresh bytea,
    p_agent text, p_request text, out outcome text, out "to" text,
    out login text, out lang text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_id bigint := account_api.link_account(p_kind, p_token, p_attempt);
	v    account;
begin
	perform from account a where a.id = v_id for no key update;
	v_id := account_api.link_account(p_kind, p_token, p_attempt);
	select a.* into v from account a
	 where a.id = v_id and a.disabled_at is null;
	if not found then
		outcome := (account_api.link(p_kind, p_token, p_attempt)).outcome;
		if outcome = 'gone' and exists (select from request r
		    where r.account_id = 0 and r.id = p_request) then
			outcome := 'already';
		end if;
		return;
	end if;
	perform sojourn.claim(0, p_request, p_kind);
	update account a
	   set password_hash = p_hash, password_state = 'set',
	       password_since = clock_timestamp(), birthdate_until = null,
	       birthdate_failures = 0
	 where a.id = v.id;
	update token t set used_at = clock_timestamp()
	 where t.account_id = v.id and t.used_at is null
	   and t.kind in ('activate', 'reset');
	update login_attempt l set used_at = clock_timestamp()
	 where l.account_id = v.id and l.used_at is null;
	update session s set ended_at = clock_timestamp()
	 where s.account_id = v.id and s.ended_at is null;
	if p_kind = 'reset' then
		update device d set ended_at = clock_timestamp()
		 where d.account_id = v.id and d.ended_at is null;
		perform sojourn.mail('password-changed', v.email, v.lang, '{}',
		    v.id, v.person_id);
	end if;
	if coalesce(p_email2, '') <> '' then
		perform account_api.ask_email(v.id, 'email2', p_email2);
	end if;
	perform account_api.open_session(v.id, p_session, p_before, p_device,
	    p_fresh, p_agent);
	perform sojourn.note(row('done', v.id, null, v.person_id,
	    v.university_id, v.kind, v.name, v.lang)::sojourn.actor, p_kind,
	    'account', v.id, 'done', 'R28', p_request);
	outcome := 'done';
	"to" := account_api.home(v.id);
	login := v.login;
	lang := v.lang;
end
$$;
