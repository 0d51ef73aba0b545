-- R16: a window that was replaced, and one that a university has for itself, opens
-- nothing and ends nothing: not for registering, not for waiting, not for clerk.
begin;
\ir ../registration.psql
select plan(17);
select reg.student(n) from generate_series(1, 3) n;
select reg.section(1), reg.section(2), reg.section(3, 0);
update sojourn.section set waitlist = true where id = reg.id(3);
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
values (reg.person(1), reg.id(2), reg.term(), 3, now());
update sojourn.section_seat set taken = 1 where section_id = reg.id(2);
insert into sojourn.time_window (term_id, kind, opens_at, closes_at, university_id, replaced_at)
select reg.term(), k, o::timestamptz, c::timestamptz, u, case when u is null then now() end
  from (values ('REGISTER', '2031-08-22 00:00+09', '2031-08-30 00:00+09'),
	('CHANGE', '2031-09-10 00:00+09', '2031-11-30 00:00+09')) w (k, o, c),
       (values (null), (reg.u())) v (u);
insert into sojourn.time_window (term_id, kind, opens_at, closes_at, replaced_at)
values (reg.term(), 'REGISTER', '2031-08-11 00:00+09', '2031-08-14 00:00+09', now());
-- The true ones come last, wherever rows are read as they stand.
update sojourn.time_window set reason = 'new' where term_id = reg.term() and replaced_at is null and university_id is null;

create function reg.acts() returns text[] language sql as $$
	select array[reg.enrol(1, reg.code(1)), reg.cancel(1, reg.code(2)), reg.swap(1, reg.code(2), reg.code(1)),
	    reg.ask(2, 'enrol', array[reg.code(1)], array[null], '', transaction_timestamp()),
	    (select outcome || ' ' || rule from register_api.waitlist_change(reg.hash(2), 'student', '', reg.code(3), 'add'))]
$$;
create function reg.waiting() returns text language sql security definer as $$
	select coalesce(closes_at::text, '-') || ' ' || over from sojourn.waitlist_open(reg.term())
$$;
create function reg.state() returns text language sql security definer as $$
	select concat_ws(' ', open_kind, can_add, can_cancel, next_kind, next_at::date, last_kind, last_at::date)
	  from sojourn.registration_state(reg.term(), reg.person(1))
$$;
grant execute on all functions in schema reg to public;

select reg.at('2031-08-25 12:00+09');
set session authorization sojourn_register;
select is(array_to_string(reg.acts(), ', '), 'TST5001-01 window R10, TST5002-01 window R10, TST5001-01 window R10, '
    || 'TST5001-01 window R10, window R10', 'between the windows nothing, whatever was once said');
select is(reg.waiting(), '- false', 'nothing is offered to who waits, and lists do not end');
select is(reg.state(), ' f f CHANGE 2031-09-01 REGISTER 2031-08-21', 'the page says the same');
reset session authorization;
select is((sojourn.window_state(reg.term(), 'REGISTER')).closes_at, '2031-08-21 18:00+09'::timestamptz, 'the calendar shows the new one');
select is(sojourn.job_warn('2031-08-28 12:00+09') ->> 'students', '0', 'R18: nobody is warned of an end that is none');
select reg.at('2031-09-05 12:00+09');
select is(reg.waiting(), '2031-09-07 18:00:00+09 false', 'in the change week the true end counts');
set session authorization sojourn_register;
select is(reg.enrol(2, reg.code(1)), 'TST5001-01 done', 'and one can register');
reset session authorization;
select reg.at('2031-09-15 12:00+09');
set session authorization sojourn_register;
select is(reg.waiting(), '- true', 'after it every list is over');
select is(reg.enrol(3, reg.code(1)), 'TST5001-01 window R10', 'and nobody registers');
select is((select detail ->> 'closes_at' from register_api.decide_batch('student', array[reg.hash(3)], array['cancel'],
    array[''], array[transaction_timestamp()], array[1], array[null], array[reg.code(2)])), '2031-09-07T18:00:00+09:00', 'which the refusal says');
reset session authorization;
select is(sojourn.job_minimum('2031-11-30 00:00+09') ->> 'students', '0', 'R18: the lower limit is looked at once, at the true end');
select is(sojourn.job_lists('2031-08-21 12:00+09') ->> 'lists', '0', 'R55: no list before the true end');
select is_empty($$ select job, due_at from sojourn.job_due('2031-08-21 18:00:01+09', '2031-08-31 12:00+09')
    where job in ('minimum', 'warn', 'waitlist', 'lapse') $$, 'no job comes of the old one');
select is_empty($$ select job, due_at from sojourn.job_due('2031-10-01 00:00+09', '2031-12-01 12:00+09')
    where job in ('minimum', 'warn', 'waitlist', 'lapse') $$, 'nor at its end');
-- A substitute window counts what is added in the true windows alone (R32).
select reg.at('2031-09-15 12:00+09');
insert into sojourn.substitute (person_id, section_id, term_id, credits, held, opens_at, closes_at)
values (reg.person(3), reg.id(3), reg.term(), 3, 9, '2031-09-14 00:00+09', '2031-09-20 18:00+09');
select is(sojourn.credits_upto(reg.term(), reg.person(3)), 3, 'R32: up to what was lost');
set session authorization sojourn_register;
select is(reg.enrol(3, reg.code(1)), 'TST5001-01 done', 'R32: it is taken');
reset session authorization;
select is(sojourn.credits_upto(reg.term(), reg.person(3)), 3, 'R32: and used up, though an old window says otherwise');
select * from finish();
rollback;
