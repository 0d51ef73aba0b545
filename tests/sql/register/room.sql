-- S21: the waiting room gives each student one place, in order of arrival, and
-- lets in by the rate, past whoever is gone.
begin;
\ir ../registration.psql
select plan(32);
select reg.student(n) from generate_series(1, 12) n;
-- The programs' own looks at the room wait for the end of this test.
update sojourn.room set mode = 'auto', rate = 2, open_at = 5, hold_at = 4,
    quiet = 60, unseen = 60, opened_at = null;
delete from sojourn.room_place;
delete from sojourn.room_program;

create function reg.enter(variadic p_students integer[]) returns setof text
language sql as $$
	select x.n || ' ' || x.outcome || ' ' || x.place
	  from register_api.room_enter('student', array(select reg.hash(s)
		from unnest(p_students) with ordinality u(s, i) order by i),
		array(select '2031-08-19 10:00+09'::timestamptz + i * interval '1 ms'
		    from generate_subscripts(p_students, 1) i)) x order by x.n
$$;
create function reg.round() returns integer language sql security definer
as $$ select round from sojourn.room $$;
create function reg.tick(p_pages integer default 0, p_seen bigint[] default '{}',
    p_name text default 'a', p_entered bigint[] default '{}') returns text
language sql as $$
	select (round > 0) || ' ' || mark || ' of ' || last_place || ', ' || waiting
	  from register_api.room_tick(p_name, p_pages, reg.round(), p_seen,
	      p_entered)
$$;
-- As if the last look had been so many seconds ago.
create function reg.ago(p_seconds double precision) returns void
language sql security definer as $$
	update sojourn.room set moved_at = clock_timestamp()
	    - make_interval(secs => p_seconds) $$;
create function reg.unseen(variadic p_places integer[]) returns void
language sql security definer as $$
	update sojourn.room_place set seen_at = clock_timestamp() - interval '2 minutes'
	 where place = any (p_places) $$;
create function reg.set(p_what text) returns void
language plpgsql security definer as $$
begin execute 'update sojourn.room set ' || p_what; end $$;
create function reg.acts() returns text[] language sql security definer as $$
	select array_agg(act || ' ' || coalesce(detail ->> 'places', '') order by id)
	  from sojourn.audit where act like 'room-%' and at >= transaction_timestamp() $$;
set session authorization sojourn_register;

select is(reg.tick(2), 'false 0 of 0, 0', 'two pages at once are not many');
select results_eq($$ select reg.enter(1) $$, array['1 closed 0'], 'a closed room gives no places');
select is((select n from register_api.room_inside(reg.round(), array[reg.hash(1)])), 0::bigint, 'and has nobody inside');
select is(reg.tick(2, '{}', 'b'), 'false 0 of 0, 0', 'nor are two more of a second program');
select is(reg.tick(3), 'true 0 of 0, 0', 'five of both programs open it');
select is(reg.tick(0), 'true 0 of 0, 0', 'it stays open when the load is gone');

select is((select n from register_api.room_inside(reg.round(),
    array[reg.hash(12), reg.hash(12), sha256('nobody')])), 1::bigint, 'who had the page open is inside');
select results_eq($$ select reg.enter(12) $$, array['1 done 0'], 'and has place 0');
select results_eq($$ select reg.enter(3, 1, 2) $$, array['1 done 1', '2 done 2', '3 done 3'], 'places in order of arrival');
select results_eq($$ select reg.enter(1, 4, 1, 4, 4) $$,
    array['1 done 2', '2 done 4', '3 done 2', '4 done 4', '5 done 4'], 'one place each, however often they come');
select results_eq($$ select n || outcome from register_api.room_enter('student',
    array[sha256('nobody'), null, reg.hash(5)], array_fill(now(), array[3])) $$,
    array['1login', '2login', '3done'], 'who has no session gets none');
select results_eq($$ select reg.enter(6, 7, 8, 9, 10) $$,
    array['1 done 6', '2 done 7', '3 done 8', '4 done 9', '5 done 10'], 'later ones come behind');

select reg.ago(1);
select is(reg.tick(), 'true 2 of 10, 8', 'a second lets in two, by the rate');
select is(reg.tick(), 'true 2 of 10, 8', 'looking again at once lets in nobody');
select reg.ago(1);
select is(reg.tick(4), 'true 2 of 10, 8', 'while pages pile up nobody is let in');
select reg.ago(30);
select is(reg.tick(), 'true 2 of 10, 8', 'nor while those let in have had no page yet');
select reg.ago(30);
select is(reg.tick(0, '{}', 'a', array[1, 2]::bigint[]), 'true 6 of 10, 4', 'they have: but a long silence is not made up for');
select reg.ago(-3600);
select is(reg.tick(), 'true 6 of 10, 4', 'the clock went back: nobody goes in');
select reg.unseen(7, 8), reg.ago(1);
select is(reg.tick(0, '{}', 'a', array[3, 4, 5, 6]::bigint[]), 'true 10 of 10, 0', 'places 7 and 8 are passed over');
select results_eq($$ select reg.enter(2, 11) $$, array['1 done 3', '2 done 11'], 'who was let in keeps his place');
select reg.unseen(11), reg.ago(1);
select is(reg.tick(), 'true 10 of 11, 0', 'nobody there: nobody waits');
select reg.ago(1);
select is(reg.tick(0, array[11]::bigint[], 'a', array[9, 10]::bigint[]), 'true 11 of 11, 0', 'he is back and goes in');

select reg.ago(1), reg.set($$waited_at = clock_timestamp() - interval '59 s'$$);
select is(reg.tick(), 'true 11 of 11, 0', 'a quiet minute has not passed yet');
select reg.ago(1), reg.set($$waited_at = clock_timestamp() - interval '61 s'$$);
select is(reg.tick(), 'false 11 of 11, 0', 'then it closes');
select results_eq($$ select reg.enter(1) $$, array['1 closed 0'], 'and gives no places');
select is(reg.acts(), array['room-open ', 'room-close 11'], 'both stand in the audit');

select reg.set($$mode = 'on'$$);
select is(reg.tick(), 'true 0 of 0, 0', 'staff open it: a new round from the start');
select results_eq($$ select reg.enter(12) $$, array['1 done 1'], 'and nobody of before is inside');
select reg.set($$mode = 'off'$$), reg.ago(0);
select is(reg.tick(99), 'false 0 of 1, 0', 'staff close it, whatever the load');
select is(reg.tick(99), 'false 0 of 0, 0', 'and it stays closed');

select throws_ok('select * from sojourn.room', '42501', null, 'S9: the program reads no table');
reset session authorization;
select is((select count(*)::integer from cli_api.doctor_room()), 0, 'doctor is content');
select * from finish();
rollback;
