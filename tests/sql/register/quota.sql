-- R2: an agreed number of seats of one university in one section, and seats
-- that are free but held back.
begin;
\ir ../registration.psql
select plan(29);
select reg.student(n) from generate_series(1, 12) n;
select reg.section(1, 6);
select reg.section(2, 2);
select reg.section(3, 30);
insert into sojourn.university (code, name_ko, name_en, name_ja) values
    ('TQUO', '할당대학교', 'Quota University', '枠大学');
-- Students 1 to 6 come from another university than 7 to 12.
update sojourn.registration_right r
   set university_id = (select id from sojourn.university where code = 'TQUO')
 where r.person_id in (select reg.person(n) from generate_series(1, 6) n);
create function reg.q() returns integer language sql stable security definer
as $$ select id from sojourn.university where code = 'TQUO' $$;
create function reg.quota(p_n integer, p_seats integer) returns text
language sql security definer as $$
	select v.outcome || coalesce(' ' || (v.detail ->> 'taken'), '')
	  from sojourn.quota_set(reg.id(p_n), reg.q(), p_seats) v
$$;
create function reg.counted(p_n integer) returns text
language sql stable security definer as $$
	select q.taken || '/' || q.seats from sojourn.section_quota q
	 where q.section_id = reg.id(p_n) and q.university_id = reg.q()
$$;
grant execute on all functions in schema reg to public;

select is(reg.quota(99, 3), 'gone', 'no such section');
select is(reg.quota(1, 2), 'done 0', 'two seats are agreed');
select is(reg.quota(1, 2), 'already', 'the same again');
set session authorization sojourn_register;
select results_eq($$ select reg.batch(array['1 enrol 1', '7 enrol 1', '2 enrol 1', '3 enrol 1', '8 enrol 1']) $$,
    array['1 TST5001-01 done', '2 TST5001-01 done', '3 TST5001-01 done', '4 TST5001-01 quota R2', '5 TST5001-01 done'],
    'R2, F10: the first two of that university, others are not concerned');
select is(reg.counted(1), '2/2', 'both are counted');
select is(reg.enrol(4, reg.code(1)), 'TST5001-01 quota R2', 'a single call says the same');
select is((select detail ->> 'quota' from register_api.decide_batch('student', array[reg.hash(4)],
    array['enrol'], array[''], array[null::timestamptz], array[1], array[reg.code(1)], array[null])),
    '2', 'the answer names the number');
select is(reg.cancel(1, reg.code(1)), 'TST5001-01 done', 'one of the two leaves');
select is(reg.counted(1), '1/2', 'the counter follows');
select results_eq($$ select reg.batch(array['2 cancel 1', '4 enrol 1', '5 enrol 1', '6 enrol 1']) $$,
    array['1 TST5001-01 done', '2 TST5001-01 done', '3 TST5001-01 done', '4 TST5001-01 quota R2'],
    'F10: a cancel makes room for those after it');
select results_eq($$ select reg.batch(array['6 enrol 1', '4 cancel 1', '3 enrol 1']) $$,
    array['1 TST5001-01 quota R2', '2 TST5001-01 done', '3 TST5001-01 done'],
    'F10: who came before the cancel stays refused');
select results_eq($$ select reg.batch(array['9 enrol 1', '10 enrol 1', '6 enrol 1', '11 enrol 1']) $$,
    array['1 TST5001-01 done', '2 TST5001-01 done', '3 TST5001-01 full', '4 TST5001-01 full'],
    'full comes before quota');
select is((select detail -> 'also' from register_api.decide_batch('student', array[reg.hash(6)],
    array['enrol'], array[''], array[null::timestamptz], array[1], array[reg.code(1)], array[null])),
    '["quota"]', 'both reasons are told');
-- A swap between two sections with quotas.
reset session authorization;
select is(reg.quota(3, 1), 'done 0', 'one seat of the third section');
set session authorization sojourn_register;
select results_eq($$ select reg.batch(array['3 swap 1 3', '5 swap 1 3', '6 enrol 1']) $$,
    array['1 TST5003-01 done', '2 TST5003-01 quota R2', '3 TST5001-01 done'],
    'a swap takes and frees of both');
select is(reg.counted(1) || ' ' || reg.counted(3), '2/2 1/1', 'counted in both');
-- What is agreed later, changed, ended.
select results_eq($$ select reg.batch(array['1 enrol 2', '2 enrol 2']) $$,
    array['1 TST5002-01 done', '2 TST5002-01 done'], 'two without a quota');
reset session authorization;
select is(reg.quota(2, 1), 'quota 2', 'fewer than hold a seat already cannot be agreed');
select is(reg.quota(2, 2), 'done 2', 'as many can');
select is(reg.counted(2), '2/2', 'those who were there count');
select is(reg.quota(2, null), 'done 2', 'the agreement ends');
select is_empty($$ select 1 from sojourn.enrolment where section_id = reg.id(2) and quota_of is not null $$,
    'and nobody counts any more');
-- Held back: free, but not for everybody.
update sojourn.section_seat set held = 1, capacity = 3 where section_id = reg.id(2);
set session authorization sojourn_register;
select is(reg.enrol(9, reg.code(2)), 'TST5002-01 full', 'a seat held back is not given away');
reset session authorization;
update sojourn.section_seat set held = 0 where section_id = reg.id(2);
set session authorization sojourn_register;
select is(reg.enrol(9, reg.code(2)), 'TST5002-01 done', 'released, it is');
reset session authorization;
select throws_ok($$ update sojourn.section_seat set held = 1 where section_id = reg.id(2) $$, '23514', null,
    'no more can be held than are free');
-- A withdrawal or a closed section frees the seat of the quota too.
update sojourn.enrolment set state = 'withdrawn' where person_id = reg.person(3) and section_id = reg.id(3);
select is(reg.counted(3), '0/1', 'withdrawn');
update sojourn.section_seat set taken = taken - 1 where section_id = reg.id(3);
update sojourn.enrolment set state = 'closed_by_host' where section_id = reg.id(1);
select is(reg.counted(1), '0/2', 'closed by the host');
update sojourn.section_seat set taken = 0 where section_id = reg.id(1);
select is_empty('select * from cli_api.doctor_seats()', 'doctor finds nothing');
select is_empty('select * from reg.unsound', 'seats fit the enrolments');
select * from finish();
rollback;
