-- mailer_api.keep: what the hash of a token or code is stored for, and when not.
begin;
set search_path = sojourn, public;
select plan(15);
update demo_clock set distance = '2025-08-14 10:00+09' - transaction_timestamp();
create function pg_temp.h(p text) returns text language sql as $$
	select encode(sha256(convert_to(p, 'UTF8')), 'hex')
$$;
create temporary table who as select id, person_id from account where login = 'E252000015';
create temporary table mails as select
	sojourn.mail('activate', 'a@b.example', 'en', '{}', (select id from who)) as activate,
	sojourn.mail('reset', 'a@b.example', 'ko', '{}', (select id from who)) as reset,
	sojourn.mail('email-change', 'n@b.example', 'ja', '{"value": "n@b.example"}', (select id from who)) as change;
grant select on mails to sojourn_mailer;

set session authorization sojourn_mailer;
select is((select ok from mailer_api.keep(array[(select activate from mails)], array['activate'], array[pg_temp.h('t1')])),
    false, 'S1: no activation link for an account with a password');
select is((select ok from mailer_api.keep(array[(select reset from mails)], array['reset'], array[pg_temp.h('t2')])),
    true, 'but a reset');
select is((select ok from mailer_api.keep(array[(select change from mails)], array['email-change'], array[pg_temp.h('t3')])),
    true, 'and a change of address');
reset session authorization;
select is((select count(*)::integer from token where hash = decode(pg_temp.h('t1'), 'hex')), 0, 'nothing is stored for the first');
select is((select expires_at - sojourn.now() from token where hash = decode(pg_temp.h('t2'), 'hex')), interval '2 hours', 'reset: two hours');
select is((select value from token where kind = 'email-change' and hash = decode(pg_temp.h('t3'), 'hex')), 'n@b.example', 'the new address is with the token');

update account set password_state = 'none', password_hash = null where id = (select id from who);
set session authorization sojourn_mailer;
select is((select ok from mailer_api.keep(array[(select activate from mails)], array['activate'], array[pg_temp.h('t4')])),
    false, 'S1: nor for one who ever had a password');
reset session authorization;
update account set password_since = null where id = (select id from who);
set session authorization sojourn_mailer;
select is((select until from mailer_api.keep(array[(select activate from mails)], array['activate'], array[pg_temp.h('t5')])),
    'Thu 28 Aug 2025, 10:00 KST', 'a new person: fourteen days, told in words');
reset session authorization;
update account set disabled_at = clock_timestamp() where id = (select id from who);
set session authorization sojourn_mailer;
select is((select ok from mailer_api.keep(array[(select reset from mails)], array['reset'], array[pg_temp.h('t6')])), false, 'nothing for a disabled account');
reset session authorization;

-- confirming an application
create temporary table app as with n as (insert into application (term_id, university_id, student_no, door, state, name_native, birth_date, level, email)
	select t.id, u.id, 'T-1', 'web', 'unconfirmed', 'X', '2001-01-01', 'BA', 'x@b.example'
	  from term t, university u where t.code = '2025-2' and u.code = 'CNU' returning id) select id from n;
create temporary table c as select sojourn.mail('confirm', 'x@b.example', 'ko', '{}', p_application => (select id from app)) as id;
grant select on c to sojourn_mailer;
set session authorization sojourn_mailer;
select is((select ok from mailer_api.keep(array[(select id from c)], array['confirm'], array[pg_temp.h('t7')])), true, 'an unconfirmed application');
reset session authorization;
select is((select expires_at - sojourn.now() from token where application_id = (select id from app)), interval '72 hours', 'C32: 72 hours');
update application set state = 'submitted' where id = (select id from app);
set session authorization sojourn_mailer;
select is((select ok from mailer_api.keep(array[(select id from c)], array['confirm'], array[pg_temp.h('t8')])), false, 'no link when it is confirmed');
reset session authorization;

-- codes
create temporary table att as with n as (insert into login_attempt (token_hash, account_id, purpose)
	select sha256('a'), min(id), 'login' from account returning id) select id from n;
create temporary table k as select sojourn.mail('login-code', 'x@b.example', 'ko', '{}', p_attempt => (select id from att)) as id;
grant select on k to sojourn_mailer;
set session authorization sojourn_mailer;
select is((select ok from mailer_api.keep(array[(select id from k)], array['code'], array[pg_temp.h('123456')])), true, 'a code for a living attempt');
reset session authorization;
select is((select encode(code_hash, 'hex') from login_attempt where id = (select id from att)), pg_temp.h('123456'), 'its hash is with the attempt');
set session authorization sojourn_mailer;
select throws_ok('select * from sojourn.token', '42501', null, 'the worker itself reads no table');
select * from finish();
rollback;
