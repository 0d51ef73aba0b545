begin;
\ir desk.psql
select plan(13);

-- The current term of the demo is the one the queues count.
select sojourn.term_current('') as term \gset
select count(*) as submitted from sojourn.application where term_id = :term and state = 'submitted' \gset
:as
insert into desk.got (section, outcome) select queue, n::text from staff_api.index(desk.s('desk.one'), 'staff');
:back
select is((select outcome from desk.got where section = 'submitted'), :submitted::text, 'applications to decide, by number');
select is((select count(*)::integer from desk.got where section in ('mail', 'exceptions', 'identity', 'letters')), 4,
    'the queues of the academic team');
:as
insert into desk.got (section, outcome) select queue, n::text from staff_api.index(desk.s('desk.look'), 'staff');
:back
select is((select count(*)::integer from desk.got), 0, 'an auditor has no queue');
insert into sojourn.application (term_id, university_id, student_no, door, state, name_native, birth_date, level, email, submitted_at)
select :term, desk.u('DSKA'), 'Q1', 'list', 'submitted', '대기', '2001-01-01', 'MA', 'q@mail.example', sojourn.now() - interval '30 days';
:as
insert into desk.got (section, outcome) select queue, late::text from staff_api.index(desk.s('desk.one'), 'staff') where queue = 'submitted';
:back
select is((select outcome from desk.got), 'true', 'the oldest is overdue');

-- The board.
insert into sojourn.pulse (at, process, done, cancelled, refused, queue, oldest_ms)
values (clock_timestamp() - interval '40 minutes', 'a', 100, 0, '{}', 0, 0),
    (clock_timestamp() - interval '95 seconds', 'a', 3, 1, '{"full": 5, "credits": 1}', 7, 200),
    (clock_timestamp() - interval '5 seconds', 'a', 2, 0, '{"full": 2}', 4, 90),
    (clock_timestamp() - interval '3 seconds', 'a', 0, 0, '{}', 1, 10),
    (clock_timestamp() - interval '4 seconds', 'b', 1, 0, '{}', 2, 30);
update sojourn.section_seat set taken = 5 where section_id = (select min(id) from sojourn.section where term_id = :term and state = 'open');
create temporary table board as select * from staff_api.board('staff', null) limit 0;
grant insert, select on board to sojourn_staff;
:as
insert into board select * from staff_api.board('staff', array[desk.s('desk.one'), '\x00'::bytea, desk.s('desk.look')]);
:back
select results_eq($$ select at from board where kind = 'session' order by 1 $$, array[1, 3], 'the sessions that live');
select is((select n from board where kind = 'span'), 1800::bigint, 'half an hour');
select results_eq($$ select at, n from board where kind = 'rate' order by 1 $$,
    $$ values (170, 3::bigint), (179, 3::bigint) $$, 'registrations of ten seconds each');
select results_eq($$ select at, label, n from board where kind = 'bar' order by 1, 2 $$,
    $$ values (28, 'credits', 1::bigint), (28, 'full', 5), (29, 'full', 2) $$, 'refusals of a minute each');
select is((select n || ' ' || total from board where kind = 'queue'), '3 30', 'the queues of two processes as they are now');
select is((select at || ' ' || n from board where kind = 'room'), '0 0', 'the waiting room is closed');
select is((select sum(n)::integer from board where kind = 'school'), 5, 'seats by school');
delete from sojourn.pulse where at > clock_timestamp() - interval '30 minutes';
:as
insert into board select * from staff_api.board('staff', '{}');
:back
select is((select max(n) from board where kind = 'span'), 129600::bigint, 'when nothing happens the last 36 hours');
select throws_ok($$ set session authorization sojourn_register; select register_api.pulse('x', -1, 0, '{}', 0, 0) $$, '23514', null, 'no negative count');
:back

select * from finish();
rollback;
