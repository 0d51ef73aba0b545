-- F8: what was done outright keeps the id of its form: whatever else is asked
-- under it, by the same student, is told what was done first.
begin;
\ir ../registration.psql
select plan(12);
select reg.student(1), reg.student(2);
select reg.section(n) from generate_series(1, 3) n;
set session authorization sojourn_register;
select results_eq($$ select unnest(register_api.decide_done('student', array[reg.hash(1)], array['request-once'],
    array[clock_timestamp()], array[reg.code(1)], array[1])) $$, array[1], 'done outright');
reset session authorization;
select is_empty($$ select id from sojourn.request where id = 'request-once' $$, 'without a row of its own');
set session authorization sojourn_register;
select is(reg.ask(1, 'cancel', array[null], array[reg.code(1)], 'request-once'), 'TST5001-01 already', 'not given back under it');
select is(reg.ask(1, 'swap', array[reg.code(2)], array[reg.code(1)], 'request-once'), 'TST5002-01 already', 'nor swapped');
select is(reg.ask(1, 'enrol', array[reg.code(2)], array[null], 'request-once'), 'TST5002-01 already', 'nor another one taken');
select results_eq($$ select outcome from register_api.decide_batch('student', array[reg.hash(1)], array['enrol'], array['request-once'],
    array[null::timestamptz], array[1, 1], array[reg.code(2), reg.code(3)], array[null, null]) $$,
    array['already', 'already'], 'nor several');
select is(reg.ask(2, 'cancel', array[null], array[reg.code(1)], 'request-once'), 'TST5001-01 gone', 'somebody else''s form may have the same id');
select reg.enrol(2, reg.code(2)) \g /dev/null
select results_eq($$ select outcome from register_api.decide_batch('student', array[reg.hash(1), reg.hash(2)], array['swap', 'swap'],
    array['request-two', 'request-two'], array[null, null]::timestamptz[], array[1, 2], array[reg.code(3), reg.code(3)],
    array[reg.code(1), reg.code(2)]) $$, array['done', 'done'], 'in one batch, too');
select results_eq($$ select outcome from register_api.decide_batch('student', array[reg.hash(1), reg.hash(2), reg.hash(1), reg.hash(2)],
    array['swap', 'swap', 'swap', 'swap'], array['request-three', 'request-three', 'request-three', 'request-three'],
    array[null, null, null, null]::timestamptz[], array[1, 2, 3, 4], array[reg.code(1), reg.code(2), reg.code(2), reg.code(3)],
    array[reg.code(3), reg.code(3), reg.code(1), reg.code(2)]) order by no $$, array['done', 'done', 'already', 'already'], 'but one''s own counts once');
reset session authorization;
select is((select string_agg(s.code || ' ' || f.taken, ', ' order by s.code) from sojourn.section_seat f
    join sojourn.section s on s.id = f.section_id where s.term_id = reg.term()), 'TST5001-01 1, TST5002-01 1, TST5003-01 0', 'one effect each');
select is_empty('select * from reg.unsound', 'seats fit the enrolments');
select throws_ok($$insert into sojourn.session (token_hash, account_id, programs)
    select token_hash, account_id, programs from sojourn.session limit 1$$, '23P01', null, 'S6: a token is one session''s');
select * from finish();
rollback;
