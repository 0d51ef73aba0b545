-- R18, R19: courses of other terms, and those that were withdrawn from, neither
-- count as credits nor stand in the way; each way to a decision knows it.
begin;
\ir ../registration.psql
select plan(9);
select reg.student(n, 6) from generate_series(1, 5) n;
select reg.section(1, 30, array['1 09:00-10:30'], 6), reg.section(2), reg.section(3), reg.section(9, 30, array['1 09:00-10:30']);
insert into sojourn.term (code, classes) values ('2030-2', '[2030-09-01,2030-12-22)');
insert into sojourn.section (term_id, course_id, class_no, code, credits)
select t.id, s.course_id, '01', s.code, 6 from sojourn.term t, sojourn.section s where t.code = '2030-2' and s.id = reg.id(1);
create function reg.old() returns integer language sql stable security definer as $$
	select s.id from sojourn.section s join sojourn.term t on t.id = s.term_id where t.code = '2030-2'
$$;
insert into sojourn.section_seat (section_id, capacity, taken) values (reg.old(), 30, 5);
insert into sojourn.section_time (section_id, day, starts, ends) values (reg.old(), 1, '09:00', '10:30');
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
select reg.person(n), reg.old(), s.term_id, 6, now() from generate_series(1, 5) n, sojourn.section s where s.id = reg.old();
insert into sojourn.enrolment (person_id, section_id, term_id, credits, state, enrolled_at)
select reg.person(n), reg.id(9), reg.term(), 3, 'withdrawn', now() from generate_series(1, 5) n;
set session authorization sojourn_register;
select results_eq($$ select unnest(register_api.decide_done('student', array[reg.hash(1)], array['request-1'],
    array[clock_timestamp()], array[reg.code(1)], array[1])) $$, array[1], 'outright');
select is(reg.enrol(2, reg.code(1)), 'TST5001-01 done', 'alone');
select results_eq($$ select outcome from register_api.decide_batch('student', array[reg.hash(3)], array['enrol'], array['request-3'],
    array[null::timestamptz], array[1, 1], array[reg.code(1), reg.code(2)], array[null, null]) order by n $$,
    array['done', 'credits'], 'with another, which is beyond the limit of this term');
select is(reg.enrol(4, reg.code(3)), 'TST5003-01 done', 'something to leave');
select is(reg.swap(4, reg.code(3), reg.code(1)), 'TST5001-01 done', 'in its place');
select is((select why from register_api.offers(reg.hash(5), 'student', 'en', '', '', '') where code = reg.code(1)), '', 'the list says so');
select is((select have from register_api.index(reg.hash(5), 'student')), 0, 'and the head of the page');
reset session authorization;
select is((select reasons from sojourn.rehearse(reg.term(), reg.person(5), array[reg.code(1)])), '{}', 'and the cart of the day before');
select is_empty('select * from reg.unsound', 'seats fit the enrolments');
select * from finish();
rollback;
