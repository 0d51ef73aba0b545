-- R14, R15, C32: the announcement and who is reminded, on the right days, once.
begin;
\ir ../registration.psql
select plan(23);
delete from sojourn.outbox;
insert into sojourn.holiday (day, name) values ('2031-12-25', 'x') on conflict do nothing;
-- 29 December 2031 is a Monday: due on Friday the 26th, announced on Monday.
insert into sojourn.time_window (term_id, kind, opens_at, closes_at)
select reg.term(), k, '2031-12-29 00:00+09', '2032-01-05 00:00+09' from (values ('GRADE_VIEW'), ('GRADE_APPEAL')) w(k);
select reg.student(n) from generate_series(1, 3) n;
select reg.section(n, 30) from generate_series(1, 2) n;
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at, state)
select reg.person(p), reg.id(s), reg.term(), 3, sojourn.now(), st
  from (values (1, 1, 'enrolled'), (1, 2, 'enrolled'), (2, 1, 'enrolled'), (3, 1, 'withdrawn')) e(p, s, st);
insert into sojourn.account (login, kind, name, email) values ('prof.reg', 'staff', 'Prof', 'prof@treg.example');
insert into sojourn.section_instructor (section_id, account_id) select reg.id(s), id from sojourn.account, generate_series(1, 2) s where login = 'prof.reg';
create function reg.actor() returns sojourn.actor language sql stable as $$
	select row('done', a.id, null, null, null, 'staff', '', 'en')::sojourn.actor from sojourn.account a where a.login = 'prof.reg' $$;
create function reg.times() returns text language sql as $$
	select state || ' ' || to_char(due_at, 'Dy DD HH24:MI') || ' ' || to_char(opens_at, 'MM-DD HH24:MI') from sojourn.grade_times(reg.term()) $$;
create function reg.mails() returns text language sql as $$
	select coalesce(string_agg(kind || ' ' || to_address || ' ' || coalesce(params ->> 'n', params ->> 'courses', '')
	    || coalesce(params ->> 'overdue', ''), ', ' order by id), '') from sojourn.outbox where kind like 'grade%' or kind like 'appeal%' $$;

select reg.at('2031-09-05 10:00+09');
select is(reg.times(), 'before Fri 26 18:00 09-07 18:00', 'entry opens when registrations are fixed; due on the last Friday');
select is((select outcome from sojourn.grade_enter(reg.actor(), reg.id(1), jsonb_build_array(jsonb_build_object('student',
    (select id from sojourn.temporary_id limit 1), 'grade', '1')), 'form')), 'gone', 'nobody there with this ID');
select reg.at('2031-12-01 10:00+09');
select is(left(reg.times(), 4), 'open', 'open until it is due');
update sojourn.rule_value set value = '4' where key = 'grade_entry_day';
select is(reg.times(), 'open Wed 24 18:00 09-07 18:00', 'Thursday by the rule, but that is a holiday');
update sojourn.rule_value set value = '5' where key = 'grade_entry_day';

-- Reminders of entry: the 25th is a holiday, so the fifth day before is the 18th.
select reg.at('2031-12-17 09:00+09');
select is(sojourn.remind_grades('2031-12-17 09:00+09', false), 0, 'not yet');
select reg.at('2031-12-18 09:00+09');
select is(sojourn.remind_grades('2031-12-18 09:00+09', false), 1, 'C32: five working days before');
select is(reg.mails(), 'grade-reminder prof@treg.example 3', 'one mail with the number');
select reg.at('2031-12-26 09:00+09');
select is(sojourn.remind_grades('2031-12-26 09:00+09', false), 1, 'C32: on the day');
select sojourn.grade_set(reg.actor(), reg.person(1), reg.id(1), 90, null, 'form', null);
select sojourn.grade_set(reg.actor(), reg.person(1), reg.id(2), 80, null, 'form', null);
select reg.at('2031-12-27 09:00+09');
select is(left(reg.times(), 4), 'late', 'late after it');
delete from sojourn.outbox;
select is(sojourn.remind_grades('2031-12-27 09:00+09', false), 1, 'each working day until the announcement');
select is(reg.mails(), 'grade-reminder prof@treg.example 11', 'overdue, and one is left');

-- The announcement.
delete from sojourn.outbox;
select is((select count(*)::integer from sojourn.job_due('2031-12-28 00:00+09', '2031-12-29 00:00+09') where job = 'announce'), 1, 'R14: a job of its own');
select reg.at('2031-12-29 00:00+09');
select is(sojourn.job_announce('2031-12-29 00:00+09') -> 'mails', '2', 'R14: each student hears once');
select is((select given || ' ' || missing from sojourn.grade_announcement where term_id = reg.term()), '2 1', 'what there was is kept in numbers');
select is(reg.mails(), 'grades-announced s1@treg.example 2, grades-announced s2@treg.example 1', 'not who withdrew');
select is(sojourn.job_announce('2031-12-29 00:00+09') -> 'mails', '0', 'once');
select is(sojourn.remind_grades('2031-12-29 09:00+09', true), 1, 'what is missing still is asked for once a week');
select is(sojourn.remind_grades('2031-12-30 09:00+09', false), 0, 'and not daily');
select is(sojourn.remind_grades('2031-12-26 09:00+09', true), 0, 'days that were missed are not made up for');

-- Appeals: due five working days after the window: Friday 9 January.
delete from sojourn.outbox;
select reg.at('2032-01-02 10:00+09');
select is((select (r.verdict).detail ->> 'until' from sojourn.grade_appeal_ask(row('done', a.id, null, a.person_id, null, 'student', '', 'en')::sojourn.actor,
    a.person_id, reg.term(), reg.code(1), 'x') r), '2032-01-09T18:00:00+09:00', 'C32: five working days after the window')
  from sojourn.account a where a.person_id = reg.person(1);
select reg.at('2032-01-07 09:00+09');
select is(sojourn.remind_appeals('2032-01-07 09:00+09'), 0, 'not yet');
select reg.at('2032-01-08 09:00+09');
select is(sojourn.remind_appeals('2032-01-08 09:00+09'), 1, 'on the working day before');
select is(reg.mails(), 'appeal-asked prof@treg.example , appeal-reminder prof@treg.example ', 'the instructor, both times');
rollback;
