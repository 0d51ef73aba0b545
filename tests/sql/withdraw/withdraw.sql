-- R11, R12, C1, C29: asked by the student, confirmed by the home university.
begin;
\ir ../registration.psql
select plan(52);
select reg.student(n) from generate_series(1, 6) n;
select reg.section(1, 10), reg.section(2, 10), reg.section(3, 10);
select reg.at('2031-08-19 10:00+09');
set session authorization sojourn_register;
select reg.enrol(n, reg.code(1), reg.code(2), reg.code(3)) from generate_series(1, 6) n \g /dev/null
reset session authorization;

insert into sojourn.university (code, name_ko, name_en, name_ja)
values ('TREH', '다른대학교', 'Other', '他');
insert into sojourn.account (login, kind, university_id, name, email)
select 'treg.co', 'partner', reg.u(), 'Coordinator', 'co@treg.example'
union all
select 'treh.co', 'partner', id, 'Other', 'co@treh.example' from sojourn.university where code = 'TREH';
insert into sojourn.account_role select id, 'coordinator' from sojourn.account where login in ('treg.co', 'treh.co');
insert into sojourn.official_letter (university_id, subject, letter_no, letter_date, received_at)
select id, 'withdrawal', 'W-1', '2031-09-10', now() from sojourn.university where code in ('TREG', 'TREH');
create function reg.letter(p text default 'TREG') returns bigint language sql security definer
as $$ select o.id from sojourn.official_letter o join sojourn.university u on u.id = o.university_id
    where u.code = p and o.letter_no = 'W-1' $$;
create function reg.actor(p_login text) returns sojourn.actor language sql security definer
as $$ select row('done', a.id, null, a.person_id, a.university_id, a.kind, a.name, a.lang)::sojourn.actor
    from sojourn.account a where a.login = p_login $$;
create function reg.state(p_n integer, p_section integer) returns text language sql security definer
as $$ select e.state from sojourn.enrolment e where e.person_id = reg.person(p_n) and e.section_id = reg.id(p_section) $$;
create function reg.w(p_n integer, p_section integer) returns bigint language sql security definer
as $$ select max(w.id) from sojourn.withdrawal w where w.person_id = reg.person(p_n) and w.section_id = reg.id(p_section) $$;
create function reg.said(p_n integer, p_section integer) returns text language sql security definer
as $$ select w.state from sojourn.withdrawal w where w.id = reg.w(p_n, p_section) $$;
create function reg.withdraw(p_n integer, p_section integer, p_request text default '') returns text language sql
as $$ select trim(outcome || ' ' || rule) from withdraw_api.ask(reg.hash(p_n), 'student', p_request, reg.code(p_section), 'ill') $$;
create function reg.back(p_n integer, p_section integer) returns text language sql
as $$ select trim(outcome || ' ' || rule) from withdraw_api.back(reg.hash(p_n), 'student', '', reg.code(p_section)) $$;
create function reg.confirm(p_login text, p_ids bigint[], p_decision text default 'confirm',
    p_letter bigint default reg.letter()) returns setof text language sql
as $$ select trim(section || ' ' || outcome) from sojourn.withdraw_confirm(reg.actor(p_login), p_ids, p_decision, p_letter, '', null) $$;
grant execute on all functions in schema reg to public;

-- Windows, each at its edge.
set session authorization sojourn_withdraw;
select is(reg.withdraw(1, 1), 'window R11', 'R11: not in REGISTER');
reset session authorization;
select reg.at('2031-09-08 08:59:59.999999+09');
set session authorization sojourn_withdraw;
select is(reg.withdraw(1, 1), 'window R11', 'R11: just before it opens');
select is((select detail ->> 'opens_at' from withdraw_api.ask(reg.hash(1), 'student', '', reg.code(1), ''))::timestamptz,
    '2031-09-08 09:00+09'::timestamptz, 'R11: it says when it opens');
reset session authorization;
select reg.at('2031-09-08 09:00+09');
set session authorization sojourn_withdraw;
select is(reg.withdraw(1, 1, 'request-w1'), 'pending R12', 'R11, R12: the first instant');
reset session authorization;
select is(reg.state(1, 1), 'withdraw_requested', 'R12: waits for the home university');
select is(reg.taken(1), 6, 'the seat is still held');
select is((select count(*) from sojourn.outbox where kind = 'withdrawal-asked' and to_address = 'co@treg.example'),
    1::bigint, 'its coordinator is told');
select is((select university_id from sojourn.audit where act = 'withdraw' and outcome = 'pending'), reg.u(),
    'R33: an event for the home university');
set session authorization sojourn_withdraw;
select is(reg.withdraw(1, 1), 'duplicate R12', 'asked already');
select is(reg.withdraw(1, 1, 'request-w1'), 'already', 'F8: the same request again');
select is(reg.withdraw(1, 9), 'gone', 'not enrolled in it');
select is_empty($$ select * from withdraw_api.ask(reg.hash(99), 'student', '', reg.code(1), '') $$, 'no session');

-- Taken back until the home university confirms.
select is(reg.back(1, 1), 'done R12', 'taken back');
reset session authorization;
select is(reg.state(1, 1), 'enrolled', 'enrolled as before');
set session authorization sojourn_withdraw;
select is(reg.back(1, 1), 'gone', 'nothing to take back any more');
select is(reg.back(1, 2), 'gone', 'none was asked');
select is(reg.withdraw(1, 1), 'pending R12', 'asked again');
select reg.withdraw(2, 1), reg.withdraw(3, 1), reg.withdraw(4, 1), reg.withdraw(5, 1) \g /dev/null
reset session authorization;

-- The home university.
select results_eq($$ select reg.confirm('treh.co', array[reg.w(1, 1), 999999], 'confirm', reg.letter('TREH')) $$,
    array['gone', 'gone'], 'S11: foreign and unknown alike');
select is(reg.state(1, 1), 'withdraw_requested', 'S11: nothing happened');
select results_eq($$ select reg.confirm('treg.co', array[reg.w(1, 1)], 'confirm', null) $$,
    array['TST5001-01 letter-missing'], 'R12: with its letter');
select results_eq($$ select reg.confirm('treg.co', array[reg.w(1, 1)], 'confirm', reg.letter('TREH')) $$,
    array['TST5001-01 letter-missing'], 'R12: not with a letter of another');
select results_eq($$ select reg.confirm('treg.co', array[reg.w(1, 1), reg.w(2, 1)]) $$,
    array['TST5001-01 done', 'TST5001-01 done'], 'R12: confirmed');
select is(reg.state(1, 1), 'withdrawn', 'R11: it stays on the record as withdrawn');
select is(reg.taken(1), 4, 'the seats are given back');
select is((select letter_id from sojourn.withdrawal where id = reg.w(1, 1)), reg.letter(), 'the letter stands beside it');
select is((select params ->> 'decision' from sojourn.outbox where kind = 'withdrawal-decided' and person_id = reg.person(1)),
    'confirm', 'the student is told');
select results_eq($$ select reg.confirm('treg.co', array[reg.w(1, 1)]) $$, array['TST5001-01 already'], 'again: nothing happens');
select results_eq($$ select reg.confirm('treg.co', array[reg.w(3, 1)], 'refuse', null) $$,
    array['TST5001-01 done'], 'refused');
select is(reg.state(3, 1), 'enrolled', 'R12: refused: stays enrolled');
set session authorization sojourn_withdraw;
select is(reg.back(1, 1), 'ineligible R12', 'confirmed: cannot be taken back');
select is(reg.withdraw(1, 1), 'duplicate R12', 'withdrawn already');
select is(reg.withdraw(3, 1), 'pending R12', 'after a refusal one may ask again');
reset session authorization;

-- The last instant, and after it.
select reg.at('2031-09-30 17:59:59.999999+09');
select results_eq($$ select reg.confirm('treg.co', array[reg.w(3, 1)]) $$, array['TST5001-01 done'], 'C29: the last instant counts');
select reg.at('2031-09-30 18:00+09');
set session authorization sojourn_withdraw;
select is(reg.withdraw(6, 1), 'window R11', 'R11: closed at the printed minute');
reset session authorization;
select is(sojourn.job_lapse('2031-09-30 18:00+09') ->> 'withdrawals', '2', 'R12: what nobody answered');
select is(reg.state(4, 1) || ' ' || reg.said(4, 1), 'enrolled lapsed', 'R12: stays enrolled');
select is((select count(*) from sojourn.outbox where kind = 'withdrawal-decided' and params ->> 'decision' = 'lapse'),
    2::bigint, 'R12: the students are told');
select is((select params ->> 'n' from sojourn.outbox where kind = 'withdrawals-lapsed'), '2', 'R12: staff are told');
select is(sojourn.job_lapse('2031-09-30 18:00+09') ->> 'withdrawals', '0', 'the job is safe to repeat');
select ok(exists(select from sojourn.job_due('2031-09-30 17:00+09', '2031-09-30 18:00+09') where job = 'lapse'), 'and it is due then');

-- A late letter: listed for staff, whose decision is recorded (C29).
select results_eq($$ select reg.confirm('treg.co', array[reg.w(4, 1), reg.w(5, 1)]) $$,
    array['TST5001-01 pending', 'TST5001-01 pending'], 'R12: late: staff decide');
select is(reg.state(4, 1) || ' ' || reg.said(4, 1), 'withdraw_home_confirmed confirmed-late', 'until then enrolled');
select is(reg.taken(1), 3, 'with its seat');
select is((select outcome from sojourn.withdraw_decide(reg.actor('academic'), array[reg.w(4, 1)], 'accept', ' ', null)),
    'invalid', 'C29: a grace needs its reason');
select is((select outcome from sojourn.withdraw_decide(reg.actor('academic'), array[reg.w(4, 1)], 'accept', 'post strike', null)),
    'done', 'C29: grace');
select is((select outcome from sojourn.withdraw_decide(reg.actor('academic'), array[reg.w(5, 1)], 'reject', '', null)), 'done', 'no grace');
select is(reg.state(4, 1) || ' ' || reg.state(5, 1), 'withdrawn enrolled', 'as decided');
select is((select outcome from sojourn.withdraw_decide(reg.actor('academic'), array[reg.w(4, 1)], 'reject', '', null)), 'changed', 'decided once');

-- An exception moves the end (R6, C29), for one university.
insert into sojourn.exception (kind, university_id, term_id, reason, until, asked_by, agreed_by, agreed_at)
values ('late-letter', reg.u(), reg.term(), 'holiday', '2031-10-05 18:00+09', 1, 2, now());
select reg.at('2031-09-29 10:00+09');
set session authorization sojourn_withdraw;
select reg.withdraw(6, 2) \g /dev/null
reset session authorization;
select reg.at('2031-10-05 17:59:59+09');
select is(sojourn.job_lapse('2031-09-30 18:00+09') ->> 'withdrawals', '0', 'nothing lapses before the exception ends');
select results_eq($$ select reg.confirm('treg.co', array[reg.w(6, 2)]) $$, array['TST5002-01 done'], 'in time by the exception');
select is_empty('select * from reg.unsound', 'seats fit the enrolments');
select is_empty('select * from cli_api.doctor_withdrawals()', 'doctor: withdrawals and enrolments tell the same');
select * from finish();
rollback;
