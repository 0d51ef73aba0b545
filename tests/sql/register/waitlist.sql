-- The waiting list of a section: order, promotion, offers that run out, seats
-- that are never lost or given twice.
begin;
\ir ../registration.psql
select plan(48);

select reg.student(n) from generate_series(1, 8) n;
select reg.section(1, 1, array['1 09:00-10:30']), reg.section(2, 30, array['1 10:00-11:30']), reg.section(3, 30, '{}', 3);
create function reg.wait(p_n integer, p_decision text, p_request text default '') returns text language sql as $$
	select outcome || coalesce(' ' || (detail ->> 'place'), '')
	  from register_api.waitlist_change(reg.hash(p_n), 'student', p_request, reg.code(1), p_decision)
$$;
create function reg.states() returns text language sql security definer as $$
	select string_agg(right(a.login, 2)::integer / 10 || ' ' || w.state, ', ' order by w.id)
	  from sojourn.waitlist w join sojourn.account a on a.person_id = w.person_id
	 where w.section_id = reg.id(1)
$$;
create function reg.seat() returns text language sql stable security definer as $$
	select format('taken %s, held %s, freed %s, waiting %s of %s', taken, held, freed, waiting, capacity)
	  from sojourn.section_seat where section_id = reg.id(1)
$$;
create function reg.work() returns text language sql security definer as $$
	select format('offered %s, expired %s', w ->> 'offered', w ->> 'expired') from sojourn.waitlist_work() w
$$;
grant execute on all functions in schema reg to public;
set session authorization sojourn_register;

select is(reg.wait(2, 'add'), 'ineligible', 'a section without a list has none');
reset session authorization;
update sojourn.section set waitlist = true where id = reg.id(1);
set session authorization sojourn_register;
select is(reg.wait(2, 'add'), 'changed', 'a seat is free: register');
select reg.enrol(1, reg.code(1)) \g /dev/null
select is(reg.wait(1, 'add'), 'duplicate', 'who has a seat does not wait');
select is(reg.wait(2, 'add', 'request-2'), 'done 1', 'the first');
select is(reg.wait(2, 'add', 'request-2'), 'already', 'F8: the same press twice');
select is(reg.wait(2, 'add'), 'duplicate', 'once on the list');
select is(reg.wait(3, 'add'), 'done 2', 'the second');
select is(reg.wait(4, 'add'), 'done 3', 'the third');
select is((select place || '/' || n from register_api.waiting(reg.hash(3), 'student', 'en')), '2/3', 'an honest place');
select is(reg.work(), 'offered 0, expired 0', 'nothing is free');
select is(reg.seat(), 'taken 1, held 0, freed 0, waiting 3 of 1', 'the list is counted');

-- A seat comes free: it is kept, and nobody else gets it.
select is(reg.cancel(1, reg.code(1)), 'TST5001-01 done', 'somebody cancels');
select is(reg.seat(), 'taken 0, held 1, freed 1, waiting 3 of 1', 'the seat is kept in the same moment');
select is(reg.enrol(5, reg.code(1)), 'TST5001-01 full', 'full for everybody else');
select is(reg.wait(2, 'take'), 'gone', 'nothing is offered yet');
-- The first has a course at that time by now: passed over, keeps the place.
select reg.enrol(2, reg.code(2)) \g /dev/null
select is(reg.work(), 'offered 1, expired 0', 'one offer');
select is(reg.states(), '2 passed, 3 offered, 4 waiting', 'credits and times are looked at when a seat is offered');
select is((select conflict from register_api.waiting(reg.hash(2), 'student', 'en')), true, 'who was passed over is told why');
reset session authorization;
select results_eq($$ select kind, to_address, params ->> 'section' from sojourn.outbox where kind = 'seat-offered' $$,
    $$ values ('seat-offered', 's3@treg.example', 'TST5001-01') $$, 'the offer goes out by mail');
select is((select expires_at - sojourn.now() from sojourn.waitlist where state = 'offered'), interval '12 hours', 'for twelve hours');
set session authorization sojourn_register;
select is(reg.seat(), 'taken 0, held 1, freed 0, waiting 1 of 1', 'held for the one it is offered to');
select is(reg.enrol(3, reg.code(1)), 'TST5001-01 full', 'the seat is taken from the list, not past it');
-- Credits are not frozen: they may be used up meanwhile.
reset session authorization;
update sojourn.registration_right set max_credits = 3 where person_id = reg.person(3);
set session authorization sojourn_register;
select reg.enrol(3, reg.code(3)) \g /dev/null
select is(reg.wait(3, 'take', 'request-3a'), 'credits', 'decide() decides again');
select is(reg.wait(3, 'add', 'request-3c'), 'credits', 'add takes what is offered');
select is(reg.seat(), 'taken 0, held 1, freed 0, waiting 1 of 1', 'a refusal keeps the offer');
select reg.cancel(3, reg.code(3)) \g /dev/null
select is(reg.wait(3, 'take', 'request-3b'), 'done', 'taken');
select is(reg.wait(3, 'take', 'request-3b'), 'already', 'F8: taken once');
select is(reg.seat(), 'taken 1, held 0, freed 0, waiting 1 of 1', 'one seat, taken');
reset session authorization;
select is_empty('select * from reg.unsound', 'seats fit the enrolments');
set session authorization sojourn_register;

-- The next one: the first fits again and comes before the fourth.
select reg.cancel(2, reg.code(2)) \g /dev/null
select reg.cancel(3, reg.code(1)) \g /dev/null
select is(reg.work(), 'offered 1, expired 0', 'again one offer');
select is(reg.states(), '2 offered, 3 taken, 4 waiting', 'who was passed over comes first again');
select is(reg.wait(2, 'remove'), 'done', 'and leaves');
select is(reg.states(), '2 left, 3 taken, 4 offered', 'the seat goes to the next at once');
reset session authorization;
select reg.at('2031-08-19 23:00+09');
select is(reg.work(), 'offered 0, expired 1', 'the offer runs out');
select is(reg.seat(), 'taken 0, held 0, freed 0, waiting 0 of 1', 'nobody waits: the seat is free to all');
set session authorization sojourn_register;
select is(reg.wait(4, 'take'), 'expired', 'who presses too late is told that the offer has run out');
select is(reg.wait(2, 'take'), 'gone', 'who has left the list, that there is none');
select is(reg.enrol(5, reg.code(1)), 'TST5001-01 done', 'and taken by anybody');
select is(reg.wait(6, 'add'), 'done 1', 'a new list');
reset session authorization;
update sojourn.section_seat set waiting = 1 where section_id = reg.id(1);
update sojourn.section_seat set capacity = 3 where section_id = reg.id(1);
select is(reg.seat(), 'taken 1, held 1, freed 1, waiting 1 of 3', 'more seats: one for who waits, one for all');
select reg.at('2031-08-21 17:00+09');
select reg.work() \g /dev/null
select is((select expires_at from sojourn.waitlist where state = 'offered'), '2031-08-21 18:00+09'::timestamptz, 'an offer ends with the window');
select ok(exists (select from sojourn.job_due('2031-08-21 17:00+09', '2031-08-21 18:00+09') where job = 'waitlist'), 'its end is a timed job');
select reg.at('2031-09-07 18:00+09');
insert into sojourn.waitlist (person_id, section_id, joined_at) values (reg.person(7), reg.id(1), now());
select reg.work() \g /dev/null
select is((select state from sojourn.waitlist where person_id = reg.person(7)), 'ended', 'after the change week nobody waits');
select is(reg.seat(), 'taken 1, held 0, freed 0, waiting 0 of 3', 'and nothing is held');

-- A practice has its own lists, and discards them.
select reg.at('2031-08-16 10:00+09');
update sojourn.section_seat set waiting = 1 where section_id = reg.id(1);
insert into sojourn.practice (term_id, opens_at, closes_at, students, started_by) select reg.term(), sojourn.now(), sojourn.now() + interval '1 hour', 8, min(id) from sojourn.account;
select sojourn.practice_copy(reg.term(), sojourn.now() + interval '1 hour') \g /dev/null
select is((select waiting + freed + held from sojourn.section_seat where section_id = -reg.id(1)), 0, 'nobody waits in a copy');
insert into sojourn.waitlist (person_id, section_id, joined_at) values (reg.person(8), -reg.id(1), now());
select count(*) as mails from sojourn.outbox where kind = 'seat-offered' \gset
select is(reg.work(), 'offered 1, expired 0', 'a seat of a copy is offered');
select is((select count(*) from sojourn.outbox where kind = 'seat-offered'), :mails::bigint, 'on the page alone: no mail goes out in practice');
select isnt(sojourn.practice_end(null), null, 'who waited there is discarded with it');
select * from finish();
rollback;
