-- R32: a section that the host closes: what each of its students lost, and the
-- window of their own in which they may make it good.
begin;
\ir ../registration.psql
select plan(45);
select reg.student(n) from generate_series(1, 6) n;
select reg.section(n, 30) from generate_series(1, 9) n;
select reg.section(10, 30, '{}', 1);

select reg.at('2031-09-03 10:00+09');
set session authorization sojourn_register;
select reg.enrol(n, reg.code(1), reg.code(2)) from generate_series(1, 4) n;
reset session authorization;
-- Student 4 asks to withdraw from it, which a closing takes back.
select reg.at('2031-09-10 10:00+09');
update sojourn.enrolment set state = 'withdraw_requested' where person_id = reg.person(4) and section_id = reg.id(1);
insert into sojourn.withdrawal (person_id, section_id, term_id, university_id, requested_at)
values (reg.person(4), reg.id(1), reg.term(), reg.u(), sojourn.now());

-- Who had withdrawn from it before has lost nothing by its closing.
insert into sojourn.enrolment (person_id, section_id, term_id, credits, state, enrolled_at)
values (reg.person(6), reg.id(1), reg.term(), 3, 'withdrawn', '2031-09-03 10:00+09');

-- Nobody may add now, and the closing opens it for those concerned alone.
set session authorization sojourn_register;
select is(reg.enrol(1, reg.code(3)), 'TST5003-01 window R10', 'in WITHDRAW nothing can be added');
reset session authorization;
select is((sojourn.section_close(null, reg.id(1), 'too few')).detail - 'until', '{"people": 4}', 'R32: four people');
select is((sojourn.section_close(null, reg.id(1), 'again')).outcome, 'already', 'R32: once');
select is((select string_agg(distinct state, ' ') from sojourn.enrolment where section_id = reg.id(1) and person_id <> reg.person(6)), 'closed_by_host',
    'R32: closed by the host, not withdrawn');
select is((select count(*)::integer from sojourn.outbox where kind = 'section-closed'), 4, 'R32: a mail for each of them, once');
select is((select distinct params ->> 'until' || ' ' || (params ->> 'credits') from sojourn.outbox where kind = 'section-closed'),
    '2031-09-15T18:00:00+09:00 3', 'which says until when and how many credits');
select is((select distinct closes_at from sojourn.substitute), '2031-09-15 18:00+09', 'three working days, by the rule');
select is((select count(*)::integer from sojourn.substitute), 4, 'for those who had it, not for who had withdrawn');
select is((select state from sojourn.withdrawal where person_id = reg.person(4)), 'taken-back', 'R12: what was asked of the university is taken back');
select is((select array_agg(distinct held) from sojourn.substitute), '{6}', 'what was held before');
select is((select count(*)::integer from sojourn.audit where act = 'closed-by-host' and university_id = reg.u()), 4, 'R33: for the feed of the university');
select is_empty('select * from reg.unsound', 'no seat is held');

select reg.at('2031-09-10 11:00+09');
set session authorization sojourn_register;
select is(reg.enrol(5, reg.code(3)), 'TST5003-01 window R10', 'not for somebody who was not concerned');
select is((select open_kind || can_add from register_api.index(reg.hash(5), 'student')), 'WITHDRAWfalse', 'nor does the page offer it');
select is((select open_kind || substitute_left || can_add || can_cancel from register_api.index(reg.hash(1), 'student')),
    'SUBSTITUTE3truefalse', 'the page says what can be made good');
select is((select why || lost || late from register_api.mine(reg.hash(1), 'student', 'en') where code = reg.code(1)),
    'too few3false', 'and why, beside the section');
select is((select sum(1)::integer from register_api.offers(reg.hash(1), 'student', 'en', '', '', '') where tick), 8, 'sections can be ticked');
select is(reg.enrol(1, reg.code(1)), 'TST5001-01 closed R32', 'not the closed one');
select results_eq($$ select reg.enrol(1, reg.code(3), reg.code(4)) $$,
    array['TST5003-01 done', 'TST5004-01 credits R32'], 'only up to what was lost, within one request');
select is(reg.enrol(1, reg.code(10)), 'TST5010-01 credits R32', 'and over several');
select is((select open_kind || coalesce(substitute_left::text, '') from register_api.index(reg.hash(1), 'student')), 'WITHDRAW0',
    'then it is over for this student');
select is(reg.cancel(1, reg.code(3)), 'TST5003-01 window R10', 'nothing can be cancelled in it');
select is(reg.swap(1, reg.code(2), reg.code(5)), 'TST5005-01 window R10', 'nor swapped');
select results_eq($$ select reg.batch(array['2 enrol 5', '2 enrol 6', '3 enrol 5']) $$,
    array['1 TST5005-01 done', '2 TST5006-01 credits R32', '3 TST5005-01 done'], 'in one batch as one by one');
reset session authorization;

-- The replacement is closed too: lost once more, not twice.
select reg.at('2031-09-12 10:00+09');
select is((sojourn.section_close(null, reg.id(3), 'ill', '2031-09-20 12:00+09')).detail ->> 'people', '1', 'the other one is closed too');
set session authorization sojourn_register;
select results_eq($$ select reg.enrol(1, reg.code(6), reg.code(10)) $$,
    array['TST5006-01 done', 'TST5010-01 credits R32'], 'three credits again, and no more');
reset session authorization;

-- It ends by itself, at the instant.
update sojourn.registration_right set max_credits = 4 where person_id = reg.person(4);
select reg.at('2031-09-15 17:59:59+09');
set session authorization sojourn_register;
select is(reg.ask(4, 'enrol', array[reg.code(5)], array[null], '', transaction_timestamp()), 'TST5005-01 credits R18', 'the limit of the student stays');
reset session authorization;
update sojourn.registration_right set max_credits = 12 where person_id = reg.person(4);
select reg.at('2031-09-15 18:00+09');
set session authorization sojourn_register;
select is(reg.ask(4, 'enrol', array[reg.code(5)], array[null], '', transaction_timestamp()), 'TST5005-01 window R10', 'closed at the instant');
reset session authorization;
select is((select string_agg(job, ' ') from sojourn.job_due('2031-09-15 17:00+09', '2031-09-15 18:00+09') where job = 'substitute'), 'substitute',
    'a job notes the end');
select is(sojourn.job_substitute('2031-09-15 18:00+09'), '{"students": 4}', 'for each of them');
select is((select string_agg(detail ->> 'left', ' ' order by person_id) from sojourn.audit where act = 'substitute-end'), '0 0 0 3',
    'and what was not made good');
set session authorization sojourn_register;
select is((select late from register_api.mine(reg.hash(4), 'student', 'en') where code = reg.code(1)), true, 'the page says that it is over');
reset session authorization;

-- While CHANGE is open, what is added there makes good too.
select reg.at('2031-09-05 10:00+09');
select is((sojourn.section_close(null, reg.id(2), 'x')).detail ->> 'people', '4', 'closed while CHANGE is open');
set session authorization sojourn_register;
select is(reg.enrol(4, reg.code(7)), 'TST5007-01 done', 'in CHANGE as always');
reset session authorization;
select reg.at('2031-09-08 10:00+09');
set session authorization sojourn_register;
select is(reg.ask(4, 'enrol', array[reg.code(9)], array[null], '', transaction_timestamp()), 'TST5009-01 credits R32', 'made good there: nothing is left');
reset session authorization;

-- A batch that lies across the end of CHANGE: what is given back while it is
-- open is not to be had again after it, as single calls have it (F5).
select reg.student(n) from generate_series(7, 9) n;
select reg.section(n, 30) from generate_series(11, 15) n;
select reg.at('2031-09-04 10:00+09');
set session authorization sojourn_register;
select reg.enrol(n, reg.code(11), reg.code(12), reg.code(13)) from generate_series(7, 9) n;
reset session authorization;
select reg.at('2031-09-07 17:00+09');
select is((sojourn.section_close(null, reg.id(11), 'x', '2031-09-12 18:00+09')).detail ->> 'people', '3', 'closed an hour before CHANGE ends');
-- The lines of reg.batch arrive a second ago, some microseconds apart.
select reg.at('2031-09-07 18:00:01+09'::timestamptz - interval '1 microsecond' * 2);
set session authorization sojourn_register;
select results_eq($$ select reg.batch(array['7 cancel 12', '7 enrol 14 15', '8 enrol 14 15']) $$,
    array['1 TST5012-01 done', '2 TST5014-01 done', '2 TST5015-01 credits R32', '3 TST5014-01 done', '3 TST5015-01 credits R32'],
    'given back a moment before the end: no credits for after it');
reset session authorization;
-- The student's own limit stays, whatever was lost.
update sojourn.registration_right set max_credits = 5 where person_id = reg.person(9);
set session authorization sojourn_register;
select results_eq($$ select reg.batch(array['9 cancel 12', '9 enrol 14', '9 enrol 10']) $$,
    array['1 TST5012-01 done', '2 TST5014-01 credits R18', '3 TST5010-01 done'], 'R18, in a batch across the end, too');
reset session authorization;
-- A section that an exception names is no place of what was closed.
insert into sojourn.exception (kind, person_id, term_id, reason, until, asked_by, agreed_by, agreed_at)
select 'late-act', reg.person(n), reg.term(), 'ill', '2031-09-12 18:00+09', 1, 2, now() from unnest(array[7, 8]) n;
insert into sojourn.exception_section (exception_id, section_id, act, since)
select e.id, reg.id(s.n), s.act, (select max(id) from sojourn.audit)
  from sojourn.exception e cross join (values (15, 'take'), (13, 'leave')) s (n, act)
 where e.person_id in (reg.person(7), reg.person(8));
select reg.at('2031-09-08 10:00+09');
set session authorization sojourn_register;
select results_eq($$ select reg.enrol(7, reg.code(15)) $$, array['TST5015-01 done'],
    'a section that two of staff have named is not counted against what was lost');
select results_eq($$ select reg.batch(array['8 cancel 13', '8 enrol 12 9']) $$,
    array['1 TST5013-01 done', '2 TST5012-01 duplicate', '2 TST5009-01 credits R32'],
    'what an exception lets one leave is not to be had again');
select results_eq($$ select reg.batch(array['8 enrol 15', '8 enrol 15']) $$,
    array['1 TST5015-01 done', '2 TST5015-01 duplicate'], 'an exception and a substitute window beside each other');
reset session authorization;
select is_empty('select * from reg.unsound', 'and the seats are right');
-- What was added outside of the windows before a closing is no use of it.
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
select reg.person(5), reg.id(n), reg.term(), 3, t.at from (values (4, '2031-08-25 12:00+09'::timestamptz),
    (8, '2031-09-02 12:00+09')) t (n, at);
update sojourn.section_seat s set taken = (select count(*) from sojourn.enrolment e where e.section_id = s.section_id
    and e.holds_seat) where s.section_id in (reg.id(4), reg.id(8));
select is((sojourn.section_close(null, reg.id(8), 'x', '2031-09-12 18:00+09')).detail ->> 'people', '1', 'another closing');
set session authorization sojourn_register;
select results_eq($$ select reg.enrol(5, reg.code(14), reg.code(10)) $$, array['TST5014-01 done', 'TST5010-01 credits R32'],
    'a course that an exception had let in long before does not count');
reset session authorization;
-- After the classes nobody chooses again.
select reg.at('2031-12-23 10:00+09');
select is((sojourn.section_close(null, reg.id(7), 'x')).detail, '{"people": 1}', 'after the classes no window opens');

select * from finish();
rollback;
