-- R18: the lower limit is looked at when the change week closes.
begin;
\ir ../registration.psql
select plan(6);
select reg.student(n) from generate_series(1, 4) n;
select reg.section(1), reg.section(2);
set session authorization sojourn_register;
select reg.enrol(1, reg.code(1)), reg.enrol(2, reg.code(1)) \g /dev/null
reset session authorization;
update sojourn.registration_right set min_credits = 4 where person_id = reg.person(2);
update sojourn.registration_right set suspended_at = now() where person_id = reg.person(4);
select ok(exists(select from sojourn.job_due('2031-09-07 17:00+09', '2031-09-07 18:00+09') where job = 'minimum'),
    'due when CHANGE closes');
select is(sojourn.job_minimum('2031-09-07 18:00+09') ->> 'students', '2', 'R18: who has too few, and who has none');
select set_eq($$ select person_id from sojourn.audit where act = 'below-minimum' $$,
    array[reg.person(2), reg.person(3)], 'not who has enough, nor who may not register');
select is((select params ->> 'n' from sojourn.outbox where kind = 'below-minimum'), '2', 'the academic team is told');
select sojourn.job_minimum('2031-09-07 18:00+09') \g /dev/null
select is((select count(*) from sojourn.audit where act = 'below-minimum'), 2::bigint, 'again: no second row');
select is(sojourn.job_minimum('2031-09-06 18:00+09') ->> 'students', '0', 'no other moment');
select * from finish();
rollback;
