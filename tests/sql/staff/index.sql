begin;
\ir desk.psql
select plan(10);

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
:as
insert into desk.got (section, outcome) select kind, label from staff_api.board(desk.s('desk.one'), 'staff', 'en');
:back
select is((select count(*)::integer from desk.got where section = 'points'), 0, 'nobody registers yet');
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
select 900000 + i, s.id, :term, 3, sojourn.now() - interval '90 minutes'
  from generate_series(1, 5) i, (select id from sojourn.section where term_id = :term order by id limit 1) s;
insert into sojourn.refusal (person_id, section_id, act, outcome, n)
select 900001, min(id), 'enrol', 'full', 7 from sojourn.section where term_id = :term;
update sojourn.section_seat set taken = 5 where section_id = (select min(id) from sojourn.section where term_id = :term);
:as
insert into desk.got (section, outcome, rule) select kind, label, n::text from staff_api.board(desk.s('desk.one'), 'staff', 'en');
:back
select is((select rule from desk.got where section = 'points'), '5', 'registrations of the last hours');
select is((select count(*)::integer from desk.got where section = 'hour'), 37, 'hour by hour');
select ok((select outcome ~ '^[0-9]+,[0-9]+( [0-9]+,[0-9]+){36}$' from desk.got where section = 'points'), 'as corners of a line');
select is((select rule from desk.got where section = 'refusal' and outcome = 'full'), '7', 'refusals by reason');
select ok((select rule::integer >= 5 from desk.got where section = 'school' limit 1), 'seats by school');

select * from finish();
rollback;
