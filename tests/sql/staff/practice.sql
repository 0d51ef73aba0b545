-- A practice of registering: when it may begin, what it copies, that it leaves
-- nothing.
begin;
\ir desk.psql
select plan(28);
select sojourn.clock_set('2025-08-14 10:00+09');
select sojourn.term_current('2025-2') as term \gset
select count(*) as sections from sojourn.section where term_id = :term \gset
select count(*) as rights from sojourn.registration_right where term_id = :term \gset
-- One section has somebody in it and a waiting list, as on no day before.
update sojourn.section_seat set taken = 1, held = 1, freed = 1, waiting = 1, version = 5
 where section_id = (select min(id) from sojourn.section where term_id = :term);

:as
:act practice_act(desk.s('desk.one'), 'staff.master', 'request-pra-1', 'end', null);
:act practice_act(desk.s('desk.one'), 'staff.master', 'request-pra-2', 'start', null);
:act practice_act(desk.s('desk.one'), 'staff.master', 'request-pra-3', 'start', '2025-08-14 09:59+09');
:act practice_act(desk.s('desk.one'), 'staff.master', 'request-pra-4', 'start', '2025-08-18 06:00:01+09');
:back
select is(desk.outcomes(), 'gone invalid invalid invalid', 'none is on; three hours stay before registration');
select is(sojourn.term_register(), sojourn.term_current(''), 'no practice: the current term');
:as
:act practice_act(desk.s('desk.one'), 'staff.master', 'request-pra-5', 'start', '2025-08-18 06:00+09');
:act practice_act(desk.s('desk.one'), 'staff.master', 'request-pra-5', 'start', '2025-08-18 06:00+09');
:act practice_act(desk.s('desk.two'), 'staff.master', 'request-pra-6', 'start', '2025-08-15 06:00+09');
:back
select is(desk.outcomes(), 'done already duplicate', 'once');
select is(sojourn.term_register(), -:term, 'students register in the practice');
select isnt(sojourn.practice_until(), null, 'every page says until when');
select is(sojourn.term_current(''), :term, 'everything else means the term itself');
select is(sojourn.term_current('P2025-2'), null, 'a practice has no name that a page could ask for');
select is((select count(*)::integer from sojourn.section where term_id = -:term), :sections, 'every section');
select is((select count(*)::integer from sojourn.registration_right where term_id = -:term), :rights, 'every right');
select is((select count(*)::integer from sojourn.section_seat e join sojourn.section s on s.id = e.section_id
	join sojourn.section_seat o on o.section_id = -e.section_id
    where s.term_id = -:term and (e.capacity <> o.capacity or e.taken + e.held + e.freed + e.waiting > 0)), 0, 'as many seats, all of them free');
select is((select count(*)::integer from sojourn.section_time x where x.section_id < 0),
    (select count(*)::integer from sojourn.section_time x join sojourn.section s on s.id = x.section_id where s.term_id = :term), 'the times');
select is((select count(*)::integer from sojourn.job_due('2025-08-14 10:00+09', '2025-08-18 06:00+09')
    where due_at = '2025-08-18 06:00+09' and job <> 'practice'), 0, 'no job comes of its window');
select is((select count(*)::integer from sojourn.job_due('2025-08-14 10:00+09', '2025-08-18 06:00+09') where job = 'practice'), 1, 'but its end');
select is((select count(*)::integer from sojourn.job_due('2025-08-19', '2025-08-20') where job = 'practice'), 1, 'also where the clock was set back before the first start');
:as
insert into desk.got (section, outcome) select running::text, rights::text from staff_api.practice(desk.s('desk.one'), 'staff.master');
:back
select is((select section from desk.got), 'true', 'it is shown');

-- Who makes a table that names sections or terms decides what a practice does
-- with it: sojourn.practice_end() clears it, or nothing of a practice gets in.
select is((select string_agg(distinct c.relname, ' ' order by c.relname) from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'sojourn'::regnamespace and c.relkind = 'r' and a.attname in ('section_id', 'term_id')
      and not exists (select from pg_proc p where p.proname = 'practice_end' and p.prosrc ~ ('delete from ' || c.relname || '\M'))),
    'application exception exception_section final_list final_list_row grade grade_announcement grade_appeal grade_upload '
    || 'grade_value id_serial official_letter partner_list practice '
    || 'registration_warning section_instructor temporary_id withdrawal', 'every table is known');

-- The moment it is over nobody registers in it, also before clerk has looked.
update sojourn.demo_clock set distance = '2025-08-18 06:00+09'::timestamptz - transaction_timestamp();
select is(sojourn.term_register(), :term, 'over at its end');
select is(sojourn.practice_until(), null, 'and no page speaks of it');
insert into sojourn.pulse (at, process, done, cancelled, refused, queue, oldest_ms)
select p.started_at + d, 'test 1', 1, 0, '{}', 0, 0 from sojourn.practice p, unnest(array[interval '-1 second', '1 second']) d;
insert into sojourn.refusal (person_id, section_id, act, outcome, first_at)
select (select min(id) from sojourn.person), 0, 'test ' || sign(d), 'gone', p.started_at + d * interval '1 second' from sojourn.practice p, unnest(array[-1, 1]) d;
select is(sojourn.job_practice('2025-08-18 05:59+09'), '{}', 'nothing ends it before');
select sojourn.job_practice('2025-08-18 06:00+09') is not null as ended \gset
select is((select count(*)::integer from cli_api.doctor_practice()), 0, 'nothing is left');
select is((select count(*)::integer from sojourn.term where id < 0), 0, 'not even the term');
select is((select count(*)::integer from sojourn.pulse where process = 'test 1'), 1, 'nor its drawing on the board; what was before stays');
select is((select string_agg(act, ' ') from sojourn.refusal where act like 'test %'), 'test -1', 'nor what was refused of sections that do not exist');
select is((select ended_by from sojourn.practice), null, 'it ended by itself');
select is((select outcome || ' ' || coalesce(account_id::text, '-') from sojourn.audit where act = 'practice-end' and outcome = 'done'), 'done -', 'and the audit knows');
:as
:act practice_act(desk.s('desk.one'), 'staff.master', 'request-pra-8', 'start', '2025-08-18 08:00+09');
:back
select is(desk.outcomes(), 'window', 'too near to registration');
update sojourn.demo_clock set distance = '2025-08-14 10:00+09'::timestamptz - transaction_timestamp();
update sojourn.registration_right set suspended_at = now();
:as
:act practice_act(desk.s('desk.one'), 'staff.master', 'request-pra-9', 'start', '2025-08-15 08:00+09');
:back
select is(desk.outcomes(), 'ineligible', 'nobody could take part');
delete from sojourn.registration_right;
:as
:act practice_act(desk.s('desk.one'), 'staff.master', 'request-pra-10', 'start', '2025-08-15 08:00+09');
:back
select is(desk.outcomes(), 'ineligible', 'nobody has a right at all');
select * from finish();
rollback;
