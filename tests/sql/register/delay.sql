-- A seat that comes free in a full section with a delay opens later, at a moment
-- nobody can know; elsewhere at once.
begin;
\ir ../registration.psql
select plan(34);
select reg.student(n) from generate_series(1, 9) n;
select reg.section(1, 2);
select reg.section(2, 3);
select reg.section(3, 30);
update sojourn.section_seat set delay = 30 where section_id in (reg.id(1), reg.id(2));
create function reg.held(p_n integer) returns integer language sql security definer
as $$ select held from sojourn.section_seat where section_id = reg.id(p_n) $$;
grant execute on function reg.held to public;
set session authorization sojourn_register;
select is(reg.enrol(1, reg.code(1)), 'TST5001-01 done', 'a seat');
select is(reg.cancel(1, reg.code(1)), 'TST5001-01 done', 'given back while others are free');
select is(reg.held(1), 0, 'is open at once');
select reg.enrol(n, reg.code(1)) from generate_series(1, 2) n;
select is(reg.cancel(1, reg.code(1)), 'TST5001-01 done', 'given back when it was full');
select is(reg.held(1), 1, 'is held back');
select is(reg.enrol(3, reg.code(1)), 'TST5001-01 full', 'nobody can take it');
select is((select why from register_api.offers(reg.hash(3), 'student', 'en', '', '', '') where code = reg.code(1)), 'full', 'and the page says so');
-- In one batch too: whoever leaves cannot hand the seat over.
select results_eq($$ select reg.batch(array['2 cancel 1', '3 enrol 1']) $$,
    array['1 TST5001-01 done', '2 TST5001-01 full'], 'not within one batch');
select reg.enrol(n, reg.code(2)) from generate_series(4, 6) n;
select is(reg.swap(4, reg.code(2), reg.code(3)), 'TST5003-01 done', 'a swap frees one too');
select is(reg.held(2), 1, 'which is held back');
select throws_ok('select * from sojourn.seat_hold', '42501', null, 'no program of students can read the moment');
reset session authorization;
select is((select sum(seats)::integer from sojourn.seat_hold), 3, 'three seats open later');
select ok((select bool_and(opens_at > sojourn.now() and opens_at <= sojourn.now() + interval '31 minutes'
    and date_trunc('minute', opens_at) = opens_at) from sojourn.seat_hold), 'within the minutes of the section, at a full minute');
select ok((select count(distinct opens_at) > 3 from (select reg.held(1), sojourn.now() + make_interval(mins => 1 + floor(random() * 30)::integer) as opens_at
    from generate_series(1, 60)) x), 'not always the same');
select is((select count(*)::integer from sojourn.job_due(sojourn.now(), sojourn.now() + interval '31 minutes') where job = 'reopen'),
    (select count(distinct opens_at)::integer from sojourn.seat_hold), 'clerk opens them at their times');
select is((select count(*)::integer from sojourn.job_due(sojourn.now() + interval '1 day', sojourn.now() + interval '2 days') where job = 'reopen'),
    (select count(distinct opens_at)::integer from sojourn.seat_hold), 'also where the clock was set back before the first start');
update sojourn.seat_hold set opens_at = sojourn.now() + interval '5 minutes' where section_id = reg.id(2);
update sojourn.seat_hold set opens_at = sojourn.now() + interval '20 minutes' where section_id = reg.id(1)
    and opens_at = (select min(opens_at) from sojourn.seat_hold where section_id = reg.id(1));
select is(sojourn.job_reopen(sojourn.now() + interval '5 minutes') ->> 'seats' in ('1', '2'), true, 'those that are due');
select is(sojourn.job_reopen(sojourn.now() + interval '31 minutes') ->> 'seats' is not null, true, 'and the others');
select is((select array_agg(held order by section_id) from sojourn.section_seat where section_id in (reg.id(1), reg.id(2))), '{0,0}', 'nothing is held back any more');
set session authorization sojourn_register;
select is(reg.enrol(3, reg.code(1)), 'TST5001-01 done', 'and can be taken');
reset session authorization;
-- A closed section holds nothing back.
set session authorization sojourn_register;
select reg.enrol(8, reg.code(1));
select reg.cancel(8, reg.code(1));
reset session authorization;
select sojourn.section_close(null, reg.id(1), 'x');
select is((select held || ' ' || (select count(*) from sojourn.seat_hold where section_id = reg.id(1)) from sojourn.section_seat where section_id = reg.id(1)), '0 0', 'R32: a closed section has none');
-- With people who wait: what comes free is theirs, and nothing is held back.
update sojourn.section set waitlist = true where id in (reg.id(2), reg.id(3));
update sojourn.section_seat set delay = 30, capacity = 1 where section_id = reg.id(3);
create function reg.wait(p_n integer, p_c integer) returns text language sql as $$
	select outcome from register_api.waitlist_change(reg.hash(p_n), 'student', '', reg.code(p_c), 'add')
$$;
grant execute on function reg.wait to public;
set session authorization sojourn_register;
select is(reg.wait(7, 3), 'done', 'one waits');
reset session authorization;
select sojourn.waitlist_work();
set session authorization sojourn_register;
select is(reg.cancel(4, reg.code(3)), 'TST5003-01 done', 'a seat comes free');
reset session authorization;
select is((select held || ' ' || freed from sojourn.section_seat where section_id = reg.id(3)), '1 1', 'it is kept for who waits');
select is_empty('select * from sojourn.seat_hold where section_id = reg.id(3)', 'and not held back too');
select sojourn.waitlist_work();
select sojourn.section_close(null, reg.id(3), 'x');
select is((select held || ' ' || waiting || ' ' || freed from sojourn.section_seat where section_id = reg.id(3)), '0 0 0', 'R32: a closed section offers nothing');
select is((select state from sojourn.waitlist where section_id = reg.id(3)), 'ended', 'and nobody waits for it');
select is((select to_address || (params ->> 'waited') from sojourn.outbox where kind = 'section-closed' and params ? 'waited'), 's7@treg.example1', 'and is told');
-- What nobody waits for is open at once where the section has no delay, and new
-- seats are, wherever they come.
select reg.section(4, 3);
select reg.section(5, 1);
update sojourn.section set waitlist = true where id = reg.id(4);
update sojourn.section_seat set delay = 30 where section_id = reg.id(5);
set session authorization sojourn_register;
select reg.enrol(n, reg.code(4)) from unnest('{1,8,9}'::integer[]) n;
select is(reg.enrol(5, reg.code(5)), 'TST5005-01 done', 'the last seat of a section with a delay');
select is(reg.wait(7, 4), 'done', 'one waits for a section without');
reset session authorization;
select sojourn.waitlist_work();
set session authorization sojourn_register;
select reg.batch(array['8 cancel 4', '9 cancel 4']);
reset session authorization;
update sojourn.section_seat set capacity = 2 where section_id = reg.id(5);
select is((select array_agg(array[taken, held, freed] order by section_id) from sojourn.section_seat where section_id in (reg.id(4), reg.id(5))),
    '{{1,1,1},{1,0,0}}', 'of two seats one is kept for who waits and one is free; a new seat is');
select is_empty('select * from sojourn.seat_hold where section_id in (reg.id(4), reg.id(5))', 'and nothing opens later');
create function reg.refuses(p_set text) returns boolean language plpgsql as $$
begin
	execute 'update sojourn.section_seat set ' || p_set || ' where section_id = reg.id(3)';
	return false;
exception when check_violation then
	return true;
end $$;
select is(array(select s from unnest('{capacity = 5001,capacity = -1,taken = -1,held = -1,delay = -1,delay = 1441,waiting = -1,freed = -1,taken = capacity + 1}'::text[]) s
    where not reg.refuses(s)), '{}', 'no number of seats that cannot be');
set session authorization sojourn_cli;
select is_empty('select * from cli_api.doctor_seats()', 'doctor finds nothing');
reset session authorization;
select * from finish();
rollback;
