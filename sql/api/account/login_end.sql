-- account_api.login_end(...): what follows from a checked password.
-- Parameters: p_login, p_address, p_device  as for login_begin
--             p_good     the password was right
--             p_hash     the hash it was compared with
--             p_rehash   a new hash with today's parameters, null = unchanged
--             p_session, p_before, p_agent  as for open_session
--             p_fresh    SHA-256 of a new device cookie, for accounts without a
--                        second step on a device that is not known yet
--             p_attempt  SHA-256 of a new attempt's cookie
--             p_next     where to go afterwards, checked by the program
-- Returns: outcome 'done' (session open), 'pending' (a code is asked for),
--          'invalid', 'unconfirmed' (a code is needed and there is no address
--          to send it to); to: where to go; lang: the account's language
-- Tables: account (read, update), attempt (insert, delete), login_attempt,
--         session, outbox, audit (insert)
create or replace function account_api.login_end(p_login text,
    p_address text, p_device bytea, p_good boolean, p_hash text,
    p_rehash text, p_session bytea, p_before bytea, p_agent text,
    p_fresh bytea, p_attempt bytea, p_next text, out outcome text,
    out "to" text, out lang text, out fresh boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_login text := account_api.canonical(p_login);
	v       account;
	v_known boolean;
	v_code  boolean;
begin
	fresh := false;
	select a.* into v from account a
	 where a.login = v_login and a.disabled_at is null
	   and a.password_hash is not distinct from p_hash
	   and a.password_state = 'set'
	   for no key update;
	if not coalesce(p_good, false) or not found then
		insert into attempt (what, subject, address)
		values ('login', v_login, p_address);
		perform account_api.note_login(a.id, 'login', 'invalid')
		  from account a where a.login = v_login;
		outcome := 'invalid';
		return;
	end if;
	delete from attempt t where t.what = 'login' and t.subject = v_login
	   and t.address = p_address;
	if p_rehash is not null then
		update account a set password_hash = p_rehash where a.id = v.id;
	end if;
	lang := v.lang;
	v_known := exists (select from device d where d.account_id = v.id
	    and d.ended_at is null and d.token_hash = p_device);
	v_code := v.second_step = 'always'
	    or (v.second_step = 'new-device' and not v_known);
	if not v_code then
		fresh := not v_known;
		perform account_api.open_session(v.id, p_session, p_before,
		    p_device, case when fresh then p_fresh end, p_agent);
		perform account_api.note_login(v.id, 'login', 'done');
		outcome := 'done';
		"to" := coalesce(nullif(p_next, ''), account_api.home(v.id));
		return;
	end if;
	outcome := account_api.open_attempt(v.id, p_attempt, 'login', p_next);
	"to" := '/account/code';
	perform account_api.note_login(v.id, 'login', outcome);
end
$$;
