-- What is kept of decisions: S12, S13, R33.
begin;
\ir ../registration.psql
select plan(16);
select reg.student(n) from generate_series(1, 3) n;
select reg.section(1), reg.section(2), reg.section(3, 0);
set session authorization sojourn_register;
select reg.ask(1, 'enrol', array[reg.code(1), reg.code(3), 'NOP1111-01'], array[null, null, null], 'request-a') \g /dev/null
select reg.ask(1, 'swap', array[reg.code(2)], array[reg.code(1)], 'request-b') \g /dev/null
select reg.cancel(1, reg.code(2)) \g /dev/null
reset session authorization;

create view reg.log as select * from sojourn.audit where person_id = reg.person(1);
select results_eq('select act, outcome, n from reg.log order by id', $$ values
    ('enrol', 'done', 1), ('enrol', 'full', 2), ('enrol', 'gone', 3),
    ('swap', 'done', 1), ('cancel', 'done', 1) $$, 'a row per act, done and refused');
select is((select count(*) from reg.log where university_id = reg.u()), 5::bigint, 'R33: for the feed of the home university');
select is((select object_id from reg.log where act = 'cancel'), reg.id(2)::bigint, 'it names the section');
select is((select detail ->> 'left' from reg.log where act = 'swap'), reg.id(1)::text, 'a swap names both');
select is((select detail ->> 'section' from reg.log where outcome = 'gone'), 'NOP1111-01', 'what was asked for and is not there');
select is((select array[detail ->> 'capacity', detail ->> 'version', detail ->> 'have', detail ->> 'max'] from reg.log
    where outcome = 'full'), array['0', '1', '3', '12'], 'F11: the capacity and limit in force');
select is((select program from reg.log limit 1), 'register', 'which program');
select is((select told_at from reg.log where act = 'cancel')::date, '2031-08-19'::date, 'the clock the rules saw');
select is_empty($$ select from reg.log where detail::text ~ '학생' or detail::text ~ '@' $$, 'S12: ids, no names');
select is_empty($$ select from sojourn.enrolment where person_id = reg.person(1) $$, 'R10: a cancel leaves no trace');

-- Equal refusals are counted.
set session authorization sojourn_register;
select reg.enrol(2, reg.code(3)) from generate_series(1, 50) \g /dev/null
select reg.batch(array['2 enrol 3 3', '2 enrol 3', '3 enrol 3']) \g /dev/null
reset session authorization;
select is((select count(*) from sojourn.audit where person_id = reg.person(2)), 1::bigint, 'S13: 53 equal refusals are one row');
select is((select n from sojourn.refusal where person_id = reg.person(2)), 53, 'S13: and a number');
select is((select count(*) from sojourn.audit where person_id = reg.person(3)), 1::bigint, 'each student has a row of his own');

-- The page after the redirect shows each result, refused ones too.
select results_eq($$ select n, section, outcome from sojourn.results((select id from sojourn.account
    where person_id = reg.person(1)), 'request-a') $$,
    $$ values (1, 'TST5001-01', 'done'), (2, 'TST5003-01', 'full'), (3, 'NOP1111-01', 'gone') $$, 'R30: a result for each');
set session authorization sojourn_register;
select reg.ask(1, 'enrol', array[reg.code(3), reg.code(1)], array[null, null], 'request-c') \g /dev/null
reset session authorization;
select results_eq($$ select n, section, outcome from sojourn.results((select id from sojourn.account
    where person_id = reg.person(1)), 'request-c') $$,
    $$ values (1, 'TST5003-01', 'full'), (2, 'TST5001-01', 'done') $$, 'also where an equal refusal was there before');
select is_empty($$ select from sojourn.results((select id from sojourn.account
    where person_id = reg.person(2)), 'request-c') $$, 'the results of others are nobody''s business');
select * from finish();
rollback;
