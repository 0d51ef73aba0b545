-- Who may wait, to whom a seat is offered, and who counts: each condition of
-- the waiting list by itself.
begin;
\ir ../registration.psql
select plan(36);

select reg.student(n) from generate_series(1, 12) n;
select reg.section(n, 0) from generate_series(1, 9) n;
select reg.section(10, 30, array['1 10:00-11:30']);
update sojourn.section set waitlist = true where term_id = reg.term();
insert into sojourn.section_time (section_id, day, starts, ends) values (reg.id(1), 1, '09:00', '10:30');
create function reg.wait(p_n integer, p_decision text, p_section integer default 1, p_request text default '')
returns text language sql as $$
	select outcome || coalesce(' ' || (detail ->> 'place'), '')
	  from register_api.waitlist_change(reg.hash(p_n), 'student', p_request, reg.code(p_section), p_decision)
$$;
create function reg.stands(p_n integer, p_section integer default 1) returns text language sql security definer as $$
	select string_agg(w.state, ' ' order by w.id) from sojourn.waitlist w
	 where w.section_id = reg.id(p_section) and w.person_id = reg.person(p_n)
$$;
create function reg.seat(p_section integer default 1) returns text language sql stable security definer as $$
	select format('taken %s, held %s, freed %s, waiting %s of %s', taken, held, freed, waiting, capacity)
	  from sojourn.section_seat where section_id = reg.id(p_section)
$$;
create function reg.room(p_n integer, p_section integer default 1) returns void language sql security definer as $$
	update sojourn.section_seat set capacity = p_n where section_id = reg.id(p_section)
$$;
create function reg.work() returns text language sql security definer as $$
	select format('offered %s, expired %s', w ->> 'offered', w ->> 'expired') from sojourn.waitlist_work() w
$$;
grant execute on all functions in schema reg to public;

-- Who may join.
update sojourn.registration_right set suspended_at = now() where person_id = reg.person(1);
update sojourn.section set state = 'closed' where id = reg.id(2);
update sojourn.section set open_to_exchange = false where id = reg.id(3);
insert into sojourn.enrolment (person_id, section_id, term_id, credits, state, enrolled_at)
values (reg.person(2), reg.id(1), reg.term(), 3, 'withdrawn', now());
set session authorization sojourn_register;
select is(reg.wait(1, 'add'), 'not-approved', 'R23: nobody without a living right');
select is(reg.wait(2, 'add'), 'ineligible', 'R11: nobody who has withdrawn from it');
select is(reg.wait(3, 'add', 2), 'closed', 'R32: no list of a closed section');
select is(reg.wait(3, 'add', 3), 'not-open-to-exchange', 'R17: nor of one that is not for exchange students');
select results_eq($$ select reg.wait(3, 'add', n) from generate_series(4, 9) n $$,
    array['done 1', 'done 1', 'done 1', 'done 1', 'done 1', 'invalid'], 'five lists, and no sixth');
reset session authorization;
select reg.at('2031-08-25 10:00+09');
set session authorization sojourn_register;
select is(reg.wait(4, 'add'), 'window', 'R9: not while nothing can be added');
reset session authorization;
select reg.at('2031-08-19 10:00+09');
set session authorization sojourn_register;
select results_eq($$ select reg.wait(n, 'add') from generate_series(4, 8) n $$,
    array['done 1', 'done 2', 'done 3', 'done 4', 'done 5'], 'five wait for one section');

-- To whom it is offered: neither to who lost his right nor to a closed account.
reset session authorization;
update sojourn.registration_right set suspended_at = now() where person_id = reg.person(4);
update sojourn.account set disabled_at = now() where person_id = reg.person(5);
select reg.work() \g /dev/null
select reg.room(1);
select is(reg.work(), 'offered 1, expired 0', 'one seat, one offer');
select is(reg.stands(4) || ' ' || reg.stands(5) || ' ' || reg.stands(6), 'passed passed offered', 'to the first who can take it');
set session authorization sojourn_register;
select is(reg.wait(7, 'take'), 'gone', 'another''s offer is not to be had');
select is(reg.wait(7, 'add'), 'duplicate', 'nor by joining');
select is(reg.wait(9, 'add'), 'done 6', 'somebody without an offer joins, whoever else has one');
reset session authorization;
select reg.at('2031-08-19 22:00+09');
set session authorization sojourn_register;
select is(reg.wait(6, 'take'), 'expired', 'the moment it runs out it is over, whether or not the list was worked');
select is(reg.wait(6, 'add'), 'duplicate', 'joining does not revive it');
select is(reg.seat(), 'taken 0, held 1, freed 0, waiting 2 of 1', 'and the seat stays kept');
reset session authorization;
select is(reg.work(), 'offered 1, expired 1', 'it goes to the next');
set session authorization sojourn_register;
select is(reg.wait(7, 'take'), 'done', 'who takes it');
select is(reg.wait(7, 'remove'), 'gone', 'and is on no list that he could leave');
select is(reg.wait(6, 'remove'), 'gone', 'nor is who let his offer run out');

-- Who is passed over counts again as soon as nothing is in the way.
select reg.enrol(8, reg.code(10)) \g /dev/null
reset session authorization;
select reg.room(2);
select is(reg.work(), 'offered 1, expired 0', 'one seat more');
select is(reg.stands(8) || ' ' || reg.stands(9), 'passed offered', 'R30: the times are looked at');
select is(reg.seat(), 'taken 1, held 1, freed 0, waiting 0 of 2', 'who is passed over keeps no seat');
set session authorization sojourn_register;
select reg.cancel(8, reg.code(10)) \g /dev/null
reset session authorization;
select reg.work() \g /dev/null
select is(reg.stands(8), 'waiting', 'nothing is in the way any more');
select is(reg.seat(), 'taken 1, held 1, freed 0, waiting 1 of 2', 'he counts again');

-- Seats for all, seats for those who wait, and who gets one past the list.
set session authorization sojourn_register;
select reg.wait(10, 'add') \g /dev/null
reset session authorization;
select reg.work() \g /dev/null
select reg.room(3);
select is(reg.seat(), 'taken 1, held 2, freed 1, waiting 2 of 3', 'two wait, one seat is kept');
select reg.room(6);
select is(reg.seat(), 'taken 1, held 3, freed 2, waiting 2 of 6', 'one for each who waits, the others are free');
set session authorization sojourn_register;
select is(reg.enrol(10, reg.code(1)), 'TST5001-01 done', 'who waits may take a free one');
reset session authorization;
select is(reg.work(), 'offered 1, expired 0', 'the other one is offered his');
select is(reg.stands(10), 'taken', 'who has a seat waits no more');

-- Nothing is offered between the windows, and the seat is kept.
select reg.at('2031-08-25 10:00+09');
select reg.work() \g /dev/null
insert into sojourn.waitlist (person_id, section_id, joined_at) values (reg.person(11), reg.id(4), now());
select reg.room(1, 4);
select is((sojourn.waitlist_section(reg.id(4))).offered, 0, 'between the windows nothing is offered');
select is(reg.seat(4), 'taken 0, held 1, freed 1, waiting 2 of 1', 'and nothing is given to others');
select reg.at('2031-09-02 10:00+09');
select is(reg.work(), 'offered 1, expired 0', 'it is when one can add again');
-- A window that staff end earlier ends its offers, and gives their seats back.
update sojourn.time_window set closes_at = '2031-09-02 11:00+09' where term_id = reg.term() and kind = 'CHANGE';
select reg.at('2031-09-02 11:00+09');
select reg.work() \g /dev/null
select is(reg.seat(4), 'taken 0, held 0, freed 0, waiting 0 of 1', 'a window that ends earlier frees what was offered');
-- Whoever waits no more for another reason is found by clerk, not by chance.
select reg.at('2031-09-02 10:00+09');
insert into sojourn.waitlist (person_id, section_id, joined_at)
select reg.person(11), reg.id(n), now() from generate_series(8, 9) n;
update sojourn.section_seat set waiting = 1 where section_id in (reg.id(8), reg.id(9));
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
values (reg.person(11), reg.id(8), reg.term(), 3, now());
update sojourn.section_seat set capacity = 1, taken = 1 where section_id = reg.id(8);
update sojourn.section set state = 'closed' where id = reg.id(9);
select reg.work() \g /dev/null
select is(reg.stands(11, 8), 'taken', 'who got a seat otherwise waits no more');
select is(reg.stands(11, 9), 'ended', 'R32: nobody waits for a closed section');
select is_empty('select * from reg.unsound', 'seats fit the enrolments');
select * from finish();
rollback;
