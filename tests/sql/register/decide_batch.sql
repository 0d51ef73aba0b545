begin;
\ir ../registration.psql
select plan(57);

select reg.student(n) from generate_series(1, 8) n;
select reg.section(1, 2, array['1 09:00-10:30', '3 09:00-10:30']);
select reg.section(2, 30, array['1 10:00-11:30']);
select reg.section(3, 30, array['1 10:30-12:00']);
select reg.section(4, 30, array['2 09:00-12:00']);
select reg.section(5, 30, array['4 09:00-12:00']);
select reg.section(6, 30, array['5 09:00-12:00']);
select reg.section(7, 1);
select reg.section(8, 30, '{}', 1);
set session authorization sojourn_register;

-- R30: several at once, a result for each, in the order asked.
select results_eq($$ select reg.enrol(1, reg.code(1), reg.code(4)) $$,
    array['TST5001-01 done', 'TST5004-01 done'], 'R30: two sections at once');
select is(reg.enrol(1, reg.code(1)), 'TST5001-01 duplicate', 'duplicate: is enrolled in it');
select results_eq($$ select reg.enrol(2, reg.code(5), reg.code(5)) $$,
    array['TST5005-01 done', 'TST5005-01 duplicate'], 'the same section twice in one request');
select is(reg.enrol(1, 'NOP9999-01'), 'NOP9999-01 gone', 'gone: unknown section');

-- Times.
select is(reg.enrol(1, reg.code(2)), 'TST5002-01 conflict R30', 'conflict: half an hour of overlap');
select is(reg.enrol(1, reg.code(3)), 'TST5003-01 done', 'no conflict: one begins when the other ends');
select results_eq($$ select reg.enrol(3, reg.code(2), reg.code(3)) $$,
    array['TST5002-01 done', 'TST5003-01 conflict R30'], 'two sections of one request overlap: the first asked wins');
select is((select detail - 'have' - 'max' - 'credits' - 'capacity' - 'version'
    from register_api.decide_batch('student', array[reg.hash(3)], array['enrol'], array[''],
	array[null::timestamptz], array[1], array[reg.code(3)], array[null])),
    '{"with": "TST5002-01", "day": 1, "starts": "10:00", "ends": "11:30"}',
    'conflict names the other section and its time');

-- R18: one step below, at and above the limit.
select is(reg.enrol(1, reg.code(5)), 'TST5005-01 done', 'R18: 12 of 12 credits');
select is(reg.enrol(1, reg.code(8)), 'TST5008-01 credits R18', 'R18: 13 of 12 credits');
select is((select array[detail ->> 'have', detail ->> 'credits', detail ->> 'would', detail ->> 'max']
    from register_api.decide_batch('student', array[reg.hash(1)], array['enrol'], array[''],
	array[null::timestamptz], array[1], array[reg.code(8)], array[null])),
    array['12', '1', '13', '12'], 'R18: with its numbers');
reset session authorization;
update sojourn.registration_right set max_credits = 13, limit_rule = 'R19' where person_id = reg.person(1);
set session authorization sojourn_register;
select is(reg.enrol(1, reg.code(8)), 'TST5008-01 done', 'R19: the home limit is one higher');
select is(reg.enrol(1, reg.code(6)), 'TST5006-01 credits R19', 'R19: the refusal names it');

-- Seats.
select is(reg.enrol(4, reg.code(1)), 'TST5001-01 done', 'the last seat');
select is(reg.enrol(5, reg.code(1)), 'TST5001-01 full', 'full');
select is(reg.cancel(4, reg.code(1)), 'TST5001-01 done', 'C26: cancel in REGISTER');
select is(reg.enrol(5, reg.code(1)), 'TST5001-01 done', 'the seat that came free');
select is(reg.cancel(4, reg.code(1)), 'TST5001-01 gone', 'cancel what one does not have');

-- Swap: both or neither.
select is(reg.swap(4, reg.code(4), reg.code(5)), 'TST5005-01 gone', 'swap: leaves what one does not have');
select is(reg.enrol(4, reg.code(4)), 'TST5004-01 done', 'a section to swap');
select is(reg.swap(4, reg.code(4), reg.code(1)), 'TST5001-01 full', 'swap into a full section');
reset session authorization;
select ok(exists(select from sojourn.enrolment where person_id = reg.person(4)
    and section_id = reg.id(4)), 'swap refused: the old one stays');
set session authorization sojourn_register;
select is(reg.swap(4, reg.code(4), reg.code(5)), 'TST5005-01 done', 'swap');
select is(reg.swap(4, reg.code(5), reg.code(5)), 'TST5005-01 invalid', 'swap with itself');
select is(reg.swap(1, reg.code(3), reg.code(2)), 'TST5002-01 conflict R30', 'swap: the remaining courses still count');
select is(reg.swap(3, reg.code(2), reg.code(3)), 'TST5003-01 done', 'swap: the one left does not');
select is(reg.swap(1, reg.code(4), reg.code(6)), 'TST5006-01 done', 'swap at the limit: the credits left are free');

-- R17, R32.
reset session authorization;
update sojourn.section set open_to_exchange = false where id = reg.id(7);
set session authorization sojourn_register;
select is(reg.enrol(4, reg.code(7)), 'TST5007-01 not-open-to-exchange R17', 'R17');
reset session authorization;
update sojourn.section set open_to_exchange = true, state = 'closed' where id = reg.id(7);
set session authorization sojourn_register;
select is(reg.enrol(4, reg.code(7)), 'TST5007-01 closed R32', 'R32');

-- States that end an enrolment (R11, R32).
reset session authorization;
insert into sojourn.enrolment (person_id, section_id, term_id, credits, state, enrolled_at)
values (reg.person(4), reg.id(2), reg.term(), 3, 'withdrawn', now()),
       (reg.person(4), reg.id(6), reg.term(), 3, 'closed_by_host', now());
update sojourn.enrolment set state = 'withdraw_requested'
 where person_id = reg.person(4) and section_id = reg.id(5);
set session authorization sojourn_register;
select is(reg.enrol(4, reg.code(2)), 'TST5002-01 ineligible R11', 'withdrawn: not taken again');
select is(reg.enrol(4, reg.code(6)), 'TST5006-01 ineligible R32', 'closed by the host: not taken again');
select is(reg.cancel(4, reg.code(5)), 'TST5005-01 ineligible R11', 'withdrawal asked: cannot be cancelled');
select is(reg.cancel(4, reg.code(2)), 'TST5002-01 gone', 'withdrawn: nothing to cancel');
select is(reg.enrol(4, reg.code(3)), 'TST5003-01 done', 'neither of them counts as time or credits');

-- R3, R23.
reset session authorization;
select reg.student(11, 12, false), reg.student(12, 12, false), reg.student(13);
update sojourn.application set recommendation = 'none' where person_id = reg.person(12);
update sojourn.application set recommendation = 'refused' where person_id = reg.person(13);
set session authorization sojourn_register;
select is(reg.enrol(11, reg.code(4)), 'TST5004-01 not-approved R23', 'R23: no right of this term');
select is(reg.enrol(12, reg.code(4)), 'TST5004-01 not-recommended R3', 'R3: not recommended');
select is(reg.enrol(13, reg.code(4)), 'TST5004-01 done', 'a right that lives');
reset session authorization;
update sojourn.registration_right set suspended_at = now() where person_id = reg.person(13);
set session authorization sojourn_register;
select is(reg.enrol(13, reg.code(5)), 'TST5005-01 not-recommended R3', 'R46: the right was suspended');
select is(reg.cancel(13, reg.code(4)), 'TST5004-01 done', 'what is there can still be cancelled');

-- Too many at once, nothing at all.
select results_eq($$ select reg.ask(5, 'enrol', (select array_agg(reg.code(4)) from generate_series(1, 500)),
    array_fill(null::text, array[500])) $$, array['invalid'], '500 sections: one clear answer');
select is((select count(*) from reg.ask(5, 'enrol', (select array_agg(reg.code(7)) from generate_series(1, 20)),
    array_fill(null::text, array[20]))), 20::bigint, '20 sections are decided');
select is(reg.ask(5, 'enrol', array[''], array[null]), 'invalid', 'no section');

-- Sessions.
select is(reg.enrol(99, reg.code(4)), 'login', 'no session');
select results_eq($$ select reg.batch(array['99 enrol 4', '6 enrol 4', '98 enrol 4', '7 enrol 4 5']) $$,
    array['1 login', '2 TST5004-01 done', '3 login', '4 TST5004-01 done', '4 TST5005-01 done'],
    'sessions that ended do not harm their neighbours');
select is((select outcome from register_api.decide_batch('staff', array[reg.hash(1)], array['enrol'],
    array[''], array[null::timestamptz], array[1], array[reg.code(4)], array[null])), 'forbidden', 'without the right');

-- Request ids (F8).
select is(reg.ask(8, 'enrol', array[reg.code(4)], array[null], 'request-1'), 'TST5004-01 done', 'a request id');
select is(reg.ask(8, 'enrol', array[reg.code(4)], array[null], 'request-1'), 'TST5004-01 already', 'F8: again');
select is(reg.ask(8, 'cancel', array[null], array[reg.code(4)], 'request-2'), 'TST5004-01 done', 'cancelled');
select is(reg.ask(8, 'enrol', array[reg.code(4)], array[null], 'request-1'), 'TST5004-01 already', 'F8: after a cancel');
select is((select detail -> 'first' ->> 'o' from register_api.decide_batch('student', array[reg.hash(8)],
    array['enrol'], array['request-1'], array[null::timestamptz], array[1], array[reg.code(4)], array[null])),
    'done', 'F8: with the result of the first');
select is((select outcome || (detail ? 'have') from register_api.decide_batch('student', array[reg.hash(8)],
    array['enrol'], array['request-1'], array[null::timestamptz], array[1], array[reg.code(4)], array[null], true)),
    'donetrue', 'F3: sent again by the combiner: answered as it was decided');
select results_eq($$ select reg.batch(array['8 enrol 4', '8 enrol 4'], array['request-3', 'request-3']) $$,
    array['1 TST5004-01 done', '2 TST5004-01 already'], 'F8: twice in one batch');
select is(reg.enrol(8, reg.code(7)), 'TST5007-01 closed R32', 'refused: the next of its kind are only counted');
select results_eq($$ select reg.batch(array['8 enrol 6 7', '8 cancel 6'], array['request-4', 'request-5']) $$,
    array['1 TST5006-01 done', '1 TST5007-01 closed R32', '2 TST5006-01 done'], 'what one form took the next gives back, in one batch');
select results_eq($$ select detail -> 'first' ->> 'o' from register_api.decide_batch('student', array[reg.hash(8)],
    array['enrol'], array['request-4'], array[null::timestamptz], array[1, 1], array[reg.code(6), reg.code(7)],
    array[null, null]) $$, array['done', 'closed'], 'F8: the first has the whole of its result all the same');
select is(reg.ask(7, 'enrol', array[reg.code(8)], array[null], 'request-1'), 'TST5008-01 done', 'ids of others do not matter');

reset session authorization;
select is_empty('select * from reg.unsound', 'seats fit the enrolments');
select * from finish();
rollback;
