-- The demo's clock runs every job on its way, once and in order.
begin;
set search_path = sojourn, public;
select plan(11);
delete from job_run;
select sojourn.clock_set('2025-08-14 10:00+09');
set session authorization sojourn_cli;
select is((select jobs from cli_api.clock_set('2025-08-14 10:00+09')), 0,
    'standing still runs nothing');
select is((select told_at from cli_api.clock_set('2025-08-18 08:00+09')),
    '2025-08-18 08:00+09', 'says the new time');
reset session authorization;
select bag_eq($$select due_at from job_run where job = 'close'$$,
    $$values ('2025-08-14 18:00+09'::timestamptz), ('2025-08-15 00:00+09')$$,
    'the windows that closed on the way were closed');
select is((select told_at from audit where act = 'window-close'
    and program <> '' order by id desc limit 1), '2025-08-15 00:00+09',
    'each job saw the time at which it was due');
select is((select count(*)::integer from audit where act = 'window-open'), 0,
    'nothing opened yet');
set session authorization sojourn_demo;
select is((select told_at from demo_api.clock_set('2025-09-08 09:00+09')),
    '2025-09-08 09:00+09', 'the page of the demo does the same');
reset session authorization;
select ok((select bool_and(i) from (select id > lag(id, 1, 0::bigint) over (order by told_at) as i
    from audit where act like 'window-%') q), 'in order of time');
select is((select count(*)::integer from audit where act = 'window-open'), 3,
    'REGISTER, CHANGE and WITHDRAW opened');
select is((select told_at from clock_set('2025-08-14 10:00+09')),
    '2025-08-14 10:00+09', 'backward');
select is((select jobs from clock_set('2025-09-08 09:00+09')), 0,
    'what has run does not run again');
select is(sojourn.now(), '2025-09-08 09:00+09', 'sojourn.now() follows');
select * from finish();
rollback;
