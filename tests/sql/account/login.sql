-- account_api: what the program is told before a password is checked, what
-- follows, and what its role may not do.
begin;
set search_path = sojourn, public;
select plan(41);
delete from attempt;
delete from outbox;
create temporary table st as select id, password_hash as hash from account where login = 'E252000015';
create temporary table ac as select id, password_hash as hash from account where login = 'academic';
grant select on st, ac to sojourn_account;
create function pg_temp.try(p_login text, p_good boolean, p_hash text, p_n integer, p_device bytea default null)
returns text language sql as $$
	select outcome || ' ' || coalesce("to", '-') from account_api.login_end(p_login, '192.0.2.1', p_device, p_good, p_hash, null,
	    sha256(('s' || p_n)::bytea), null, 'Firefox', sha256(('d' || p_n)::bytea), sha256(('a' || p_n)::bytea), '')
$$;

set session authorization sojourn_account;
select is((select outcome || ' ' || wait || ' ' || known from account_api.login_begin(' e252000015', '192.0.2.1', null)), 'done 0 true', 'an account without second step counts as known');
select is((select hash from account_api.login_begin('E252000015', '192.0.2.1', null)), (select hash from st), 'its hash is told');
select is((select outcome || ' ' || coalesce(hash, '-') || ' ' || dud from account_api.login_begin('nobody', '192.0.2.1', null)), 'done - false', 'an unknown login looks like any other');
select is((select known from account_api.login_begin('academic', '192.0.2.1', sha256('x'))), false, 'an unknown device');
select is(pg_temp.try('E252000015', true, (select hash from st), 1), 'done /register', 'a student without second step: a session');
select is(pg_temp.try('academic', true, (select hash from ac), 2), 'pending /account/code', 'staff: a code first');
select is(pg_temp.try('E252000015', true, 'another hash', 3), 'invalid -', 'a hash that changed meanwhile');
select is(pg_temp.try('E252000015', false, (select hash from st), 4), 'invalid -', 'a wrong password');
select is(pg_temp.try('nobody', true, null, 5), 'invalid -', 'nobody cannot be right');
reset session authorization;
select is((select programs from session where token_hash = sha256('s1')), array['account', 'register', 'withdraw', 'grades', 'letters', 'certificates', 'documents'], 'S6: a student''s session names its programs');
select is((select count(*)::integer from session where token_hash = sha256('s2')), 0, 'no session before the code');
select is((select string_agg(account_id::text, ' ') from device where token_hash in (sha256('d1'), sha256('d2'), sha256('d4'))), (select id::text from st), 'a device is known after a good login without second step');
select is((select kind || ' ' || to_address from outbox), 'login-code academic@ust.example', 'the code is on its way');
select is((select count(*)::integer from attempt where what = 'login'), 3, 'failures are counted');
select is((select count(*)::integer from audit where act = 'login' and object_id = (select id from st)), 3, 'done and refused are in the audit');
select is((select count(*)::integer from audit where act = 'login' and detail::text ~ '(academic|E252)'), 0, 'S12: without names');

-- the second step
set session authorization sojourn_account;
select is((select outcome from account_api.code(sha256('a2'), null, '192.0.2.1', sha256('s6'), null, sha256('c1'), 'Firefox')), 'invalid', 'S5: before the code is made, no code is not the code');
reset session authorization;
update login_attempt set code_hash = sha256(token_hash || '123456'::bytea) where token_hash = sha256('a2');
set session authorization sojourn_account;
select is((select outcome || ' ' || "left" from account_api.code(sha256('a2'), sha256('no'), '192.0.2.1', sha256('s6'), null, sha256('c1'), 'Firefox')), 'invalid 3', 'a wrong code is counted');
select is((select outcome || ' ' || "to" || ' ' || login from account_api.code(sha256('a2'), sha256(sha256('a2') || '123456'::bytea), '192.0.2.1', sha256('s7'), null, sha256('c1'), 'Firefox')), 'done /staff academic', 'the right one opens the session');
select is((select outcome from account_api.code(sha256('a2'), sha256(sha256('a2') || '123456'::bytea), '192.0.2.1', sha256('s8'), null, sha256('d2'), 'Firefox')), 'expired', 'once');
select is((select outcome from account_api.attempt(sha256('a2'))), 'expired', 'the attempt is over');
select is((select outcome from account_api.attempt(null)), 'expired', 'no cookie, no attempt');
select is((select known from account_api.login_begin('academic', '192.0.2.1', sha256('c1'))), true, 'the device is known now');
select is((select known from account_api.login_begin('admin', '192.0.2.1', sha256('c1'))), false, 'for that login only');
reset session authorization;
select is((select programs from session where token_hash = sha256('s7')), array['account', 'staff', 'teach', 'documents', 'letters'], 'a staff session is worth nothing elsewhere');

-- limits of a pair
delete from attempt;
insert into attempt (what, subject, address, at) select 'login', 'E252000023', '192.0.2.1', clock_timestamp() - g * interval '1 s' from generate_series(0, 3) g;
set session authorization sojourn_account;
select is((select outcome from account_api.login_begin('E252000023', '192.0.2.1', null)), 'done', 'four failures cost nothing');
reset session authorization;
insert into attempt (what, subject, address) values ('login', 'E252000023', '192.0.2.1');
set session authorization sojourn_account;
select is((select outcome from account_api.login_begin('E252000023', '192.0.2.1', null)), 'locked', 'the fifth slows the pair down');
select ok((select wait between 10 and 15 from account_api.login_begin('E252000023', '192.0.2.1', null)), 'by fifteen seconds');
select is((select outcome from account_api.login_begin('E252000023', '198.51.100.1', null)), 'done', 'not the same login from elsewhere');
select is((select outcome from account_api.login_begin('E252000031', '192.0.2.1', null)), 'done', 'not another login from there');
reset session authorization;
insert into attempt (what, subject, address) select 'login', 'E252000023', '192.0.2.1' from generate_series(1, 40);
set session authorization sojourn_account;
select ok((select wait <= 300 from account_api.login_begin('E252000023', '192.0.2.1', null)), 'never by more than five minutes');
reset session authorization;

-- birth-date passwords
update account set password_state = 'birthdate', password_hash = null, password_since = null, birthdate_until = sojourn.now() + interval '7 days' where login = 'E252000015';
delete from outbox;
set session authorization sojourn_account;
select matches((select birth || dud from account_api.login_begin('E252000015', '192.0.2.1', null)), '^\d{6}true$', 'R28: six digits, only while it waits');
select is((select outcome from account_api.birthdate_end('E252000015', '192.0.2.1', false, sha256('b1'), '')), 'pending', 'S3: wrong');
select is((select outcome from account_api.birthdate_end('E252999990', '192.0.2.1', false, sha256('b2'), '')), 'pending', 'nobody');
select is((select outcome from account_api.birthdate_end('E252000015', '192.0.2.1', true, sha256('b3'), '')), 'pending', 'right: the same');
reset session authorization;
select is((select count(*)::integer from outbox), 1, 'one code');
select is((select birthdate_failures from account where login = 'E252000015'), 1, 'one failure');
set session authorization sojourn_account;
select throws_ok('select password_hash from sojourn.account', '42501', null, 'the program itself reads no table');
select throws_ok($$select sojourn.mail('reset', 'a@b.example', 'ko')$$, '42501', null, 'writes no mail of its own');
select throws_ok($$select account_api.open_session(1, sha256('x'), null, null, null, '') from pg_sleep(0)$$, '42501', null, 'and cannot sleep');
reset session authorization;
select is((select count(*)::integer from pg_proc p join pg_namespace n on n.oid = p.pronamespace
	where n.nspname = 'account_api' and has_function_privilege('sojourn_public', p.oid, 'execute')), 0, 'no other program may call these');
select * from finish();
rollback;
