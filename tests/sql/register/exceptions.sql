-- A late act of one student: the sections that two of staff have named, each
-- once, until the end, and every other rule as ever.
begin;
\ir ../registration.psql
select plan(32);
select reg.student(n) from generate_series(1, 4) n;
select reg.section(n, 10) from generate_series(1, 5) n;
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
select reg.person(n), reg.id(5), reg.term(), 3, now() from generate_series(1, 4) n;
update sojourn.section_seat set taken = 4 where section_id = reg.id(5);

-- An exception of student n that was agreed just now.
create function reg.opened(p_n integer, p_take integer[], p_leave integer[]) returns bigint
language plpgsql as $$
declare
	v bigint;
begin
	insert into sojourn.exception (kind, person_id, term_id, reason, until, asked_by, agreed_by, agreed_at)
	values ('late-act', reg.person(p_n), reg.term(), 'ill', '2031-08-27 18:00+09', 1, 2, now()) returning id into v;
	insert into sojourn.exception_section (exception_id, section_id, act, since)
	select v, reg.id(x), 'take', coalesce((select max(id) from sojourn.audit), 0) from unnest(p_take) x
	union all
	select v, reg.id(x), 'leave', coalesce((select max(id) from sojourn.audit), 0) from unnest(p_leave) x;
	return v;
end
$$;
create function reg.late(p_n integer, p_act text, p_take integer, p_give integer) returns text
language sql as $$
	select reg.ask(p_n, p_act, array[reg.code(p_take)], array[reg.code(p_give)], '', transaction_timestamp())
$$;
grant execute on function reg.late to public;

select reg.at('2031-08-26 12:00+09');	-- between the windows
select reg.opened(1, array[1], '{}');
set session authorization sojourn_register;
select is(reg.late(1, 'enrol', 2, null), 'TST5002-01 window R10', 'a section that is not named');
select is(reg.late(2, 'enrol', 1, null), 'TST5001-01 window R10', 'somebody else');
select is(reg.late(1, 'enrol', 1, null), 'TST5001-01 done', 'the section that is named');
select is(reg.late(1, 'cancel', null, 1), 'TST5001-01 window R10', 'it may be taken, not left');
reset session authorization;
delete from sojourn.enrolment where person_id = reg.person(1) and section_id = reg.id(1);
update sojourn.section_seat set taken = 0 where section_id = reg.id(1);
set session authorization sojourn_register;
select is(reg.late(1, 'enrol', 1, null), 'TST5001-01 window R10', 'used once');

-- Every other rule holds.
reset session authorization;
select reg.opened(2, array[2, 3], array[5]);
update sojourn.section_seat set capacity = 0 where section_id = reg.id(2);
update sojourn.section set state = 'closed' where id = reg.id(3);
set session authorization sojourn_register;
select is(reg.late(2, 'enrol', 2, null), 'TST5002-01 full', 'a full section stays full');
select is(reg.late(2, 'enrol', 3, null), 'TST5003-01 closed R32', 'a closed one closed');
reset session authorization;
update sojourn.section_seat set capacity = 1 where section_id = reg.id(2);
update sojourn.registration_right set max_credits = 3 where person_id = reg.person(2);
set session authorization sojourn_register;
select is(reg.late(2, 'enrol', 2, null), 'TST5002-01 credits R18', 'the credits count');
select is((select string_agg(act || ' ' || code || ' ' || "left", ', ' order by code) from register_api.exceptions(reg.hash(2), 'student', 'en')),
    'swap TST5002-01 TST5005-01, swap TST5003-01 TST5005-01', 'offered as an exchange');
select is(reg.late(2, 'swap', 2, 5), 'TST5002-01 done', 'both or neither');
select is(reg.late(2, 'cancel', null, 5), 'TST5005-01 window R10', 'what was left by the exchange is used too');
select is((select count(*)::integer from register_api.exceptions(reg.hash(2), 'student', 'en')), 1, 'and not offered again');

-- Until the end; also what nobody has agreed to is nothing.
reset session authorization;
select reg.opened(3, array[1], array[5]) as e3 \gset
update sojourn.exception set agreed_at = null, agreed_by = null where id = :e3;
update sojourn.exception_section set since = null where exception_id = :e3;
set session authorization sojourn_register;
select is(reg.late(3, 'cancel', null, 5), 'TST5005-01 window R10', 'asked, not agreed');
reset session authorization;
update sojourn.exception set agreed_at = now(), agreed_by = 2 where id = :e3;
update sojourn.exception_section set since = 0 where exception_id = :e3;
select reg.at('2031-08-27 18:00+09');
set session authorization sojourn_register;
select is(reg.late(3, 'cancel', null, 5), 'TST5005-01 window R10', 'expired');
select is((select count(*)::integer from register_api.exceptions(reg.hash(3), 'student', 'en')), 0, 'and not shown any more');
reset session authorization;
select reg.at('2031-08-27 17:59+09');
set session authorization sojourn_register;
select is((select act || ' ' || code from register_api.exceptions(reg.hash(3), 'student', 'en')), 'swap TST5001-01', 'shown while it lasts');
reset session authorization;
update sojourn.exception set ended_at = now() where id = :e3;
set session authorization sojourn_register;
select is(reg.late(3, 'cancel', null, 5), 'TST5005-01 window R10', 'ended by staff');

-- Used once also where everything comes in one batch.
reset session authorization;
select reg.student(n) from generate_series(11, 13) n;
select reg.opened(11, array[1], array[1]), reg.opened(12, array[1], array[1]), reg.opened(13, array[1, 4], array[1]);
update sojourn.section_seat set capacity = 10, taken = (select count(*) from sojourn.enrolment
    where section_id = reg.id(1)) where section_id = reg.id(1);
set session authorization sojourn_register;
select results_eq($$ select reg.batch(array['11 enrol 1', '11 enrol 1']) $$,
    array['1 TST5001-01 done', '2 TST5001-01 window R10'], 'taken twice in one batch');
select results_eq($$ select reg.batch(array['12 enrol 1', '12 cancel 1', '12 enrol 1', '12 cancel 1']) $$,
    array['1 TST5001-01 done', '2 TST5001-01 done', '3 TST5001-01 window R10', '4 TST5001-01 window R10'],
    'taken, left and taken again in one batch');
select results_eq($$ select reg.batch(array['13 enrol 1', '13 swap 1 4', '13 swap 4 1', '13 cancel 4']) $$,
    array['1 TST5001-01 done', '2 TST5004-01 done', '3 TST5001-01 window R10', '4 TST5004-01 window R10'],
    'an exchange uses both');
reset session authorization;
select is_empty('select * from reg.unsound', 'seats fit the enrolments');

-- What is named to be left is not to be taken; an exception of another kind
-- opens no act; what was done before it was agreed is no use of it.
select reg.student(n) from generate_series(14, 16) n;
select reg.opened(14, '{}', array[1]);
insert into sojourn.exception (kind, person_id, term_id, reason, until, asked_by, agreed_by, agreed_at)
values ('late-withdrawal', reg.person(15), reg.term(), 'ill', '2031-08-27 18:00+09', 1, 2, now());
insert into sojourn.audit (told_at, person_id, program, act, object_kind, object_id, outcome)
select now(), reg.person(16), 'register', a, 'section', reg.id(1), 'done' from unnest(array['enrol', 'cancel']) a;
select reg.opened(16, array[1], '{}');
set session authorization sojourn_register;
select is(reg.late(14, 'enrol', 1, null), 'TST5001-01 window R10', 'it may be left, not taken');
select is(reg.late(15, 'enrol', 1, null), 'TST5001-01 window R10', 'a late withdrawal is no late act');
select is(reg.late(16, 'enrol', 1, null), 'TST5001-01 done', 'taken and left long before: not used');

-- A late withdrawal (R12): agreed, not ended, in time, of the section named.
reset session authorization;
create function reg.covers(p_section integer) returns boolean language sql as $$
	select sojourn.exception_covers(reg.term(), reg.person(15), reg.id(p_section)) is not null
$$;
select is(reg.covers(1), true, 'without sections: of any');
insert into sojourn.exception_section (exception_id, section_id, act)
select id, reg.id(2), 'leave' from sojourn.exception where person_id = reg.person(15);
select results_eq('select reg.covers(n) from generate_series(1, 2) n', array[false, true], 'of the one it names');
update sojourn.exception set agreed_at = null, agreed_by = null where person_id = reg.person(15);
select is(reg.covers(2), false, 'not before a second person agrees');
update sojourn.exception set agreed_at = now(), agreed_by = 2, ended_at = now() where person_id = reg.person(15);
select is(reg.covers(2), false, 'not after it was ended');
update sojourn.exception set ended_at = null, until = sojourn.now() where person_id = reg.person(15);
select is(reg.covers(2), false, 'not from its end on');

-- What another student takes in the same batch uses up nothing of one's own.
select reg.at('2031-08-26 12:00+09');
select reg.student(n) from generate_series(31, 32) n;
select reg.opened(31, array[4], '{}'), reg.opened(32, array[1, 4], '{}');
set session authorization sojourn_register;
select results_eq($$ select reg.batch(array['31 enrol 4', '32 enrol 1 4']) $$,
    array['1 TST5004-01 done', '2 TST5001-01 done', '2 TST5004-01 done'], 'each has the sections of one''s own exception');
reset session authorization;

-- More seats than the room holds, which are fewer than those taken by then.
insert into sojourn.exception (kind, term_id, reason, until, seats, asked_by)
values ('capacity', reg.term(), 'room', '2031-08-30 18:00+09', 1, 1) returning id as room \gset
insert into sojourn.exception_section (exception_id, section_id, act) values (:room, reg.id(5), 'capacity');
select is(sojourn.exception_seats(:room), false, 'R17: never below the seats taken');
update sojourn.exception set seats = 30 where id = :room;
select sojourn.exception_seats(:room) \g /dev/null
select is((select capacity || ' ' || version from sojourn.section_seat where section_id = reg.id(5)), '30 2', 'F11: else they are, with a version of their own');

select * from finish();
rollback;
