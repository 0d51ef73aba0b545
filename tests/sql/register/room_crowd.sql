-- S21: the waiting room keeps its pace when thousands wait.  It has just opened,
-- so the planner knows its table as empty: neither a look at the mark nor giving
-- places may read all who wait for each who is told of.
begin;
\ir ../registration.psql
select plan(8);
select reg.student(n) from generate_series(1, 12) n \g /dev/null
delete from sojourn.room_place;
delete from sojourn.room_program;
-- What analyze leaves behind after a room has closed: pages, and no row.
insert into sojourn.room_place (round, account_id, place, arrived_at, seen_at)
select 0, -n, n, clock_timestamp(), clock_timestamp() from generate_series(1, 2000) n;
delete from sojourn.room_place;
analyze sojourn.room_place;
update sojourn.room set mode = 'on', rate = 200, open_at = 64, hold_at = 32,
    quiet = 60, unseen = 90, opened_at = null;

create function reg.enter() returns integer language sql as $$
	select count(*)::integer from register_api.room_enter('student',
	    array(select reg.hash(n) from generate_series(1, 12) n),
	    array_fill(clock_timestamp(), array[12])) x where x.outcome = 'done' $$;
create function reg.round() returns integer language sql security definer
as $$ select round from sojourn.room $$;
create function reg.tick(p_pages integer default 0, p_seen bigint[] default '{}',
    p_entered bigint[] default '{}') returns bigint language sql as $$
	select mark from register_api.room_tick('a', p_pages, reg.round(),
	    p_seen, p_entered) $$;
-- Rows of the places read in this transaction so far.
create function reg.read() returns bigint language sql volatile
security definer as $$
	select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables
	 where relid = 'sojourn.room_place'::regclass $$;
-- Half a second passes for the room.
create function reg.half() returns void language sql security definer as $$
	update sojourn.room set moved_at = clock_timestamp() - interval '0.5 s';
	update sojourn.room_place set entered_at = entered_at - interval '0.5 s'
	 where entered_at is not null $$;

-- Statements are planned while nobody is there.
set session authorization sojourn_register;
select count(reg.tick(0, '{1}', '{2}')) from generate_series(1, 8) \g /dev/null
reset session authorization;
insert into sojourn.room_place (round, account_id, place, arrived_at, seen_at)
select (select round from sojourn.room), -n, n, clock_timestamp(), clock_timestamp()
  from generate_series(1, 2000) n;
update sojourn.room set last_place = 2000;
set session authorization sojourn_register;

select reg.read() as before \gset
select is(reg.enter(), 12, 'twelve more come');
select cmp_ok(reg.read() - :before, '<', 200::bigint, 'their places cost a few rows each');
select is(reg.enter(), 12, 'and come again');
select cmp_ok(reg.read() - :before, '<', 400::bigint, 'which costs no more');
reset session authorization;
select is((select count(distinct place)::integer from sojourn.room_place
    where account_id > 0), 12, 'one place each');
set session authorization sojourn_register;

select reg.half(), reg.read() as before \gset
select cmp_ok(reg.tick(0, array(select n::bigint from generate_series(201, 2000, 3) n)),
    '>=', 100::bigint, 'half a second lets in a hundred');
select cmp_ok(reg.read() - :before, '<', 10000::bigint,
    'a look at the mark reads each who waits a few times, not once for each seen');

reset session authorization;
-- Each who is let in asks for the page within three seconds, and 120 of them
-- can be served in half a second: all are in after as many looks as the rate
-- says, and three seconds.
create function reg.rush() returns integer language plpgsql as $$
declare
	v_mark bigint := reg.tick();
	v_in   bigint[] := '{}';
	v_asks bigint;
	v_n    integer := 0;
begin
	create temp table client as
	select place, null::integer as asks from sojourn.room_place where place <= 2000;
	while exists (select from client) and v_n < 200 loop
		v_n := v_n + 1;
		perform reg.half();
		update client set asks = v_n + place % 6
		 where asks is null and place <= v_mark;
		with served as (
			delete from client where place in (select place from client
			    where asks <= v_n order by asks, place limit 120)
			returning place)
		select coalesce(array_agg(place), '{}') into v_in from served;
		select count(*) into v_asks from client where asks <= v_n;
		v_mark := reg.tick(v_asks::integer, '{}', v_in);
	end loop;
	return v_n;
end $$;
select cmp_ok(reg.rush(), '<=', 2 * 2000 / 200 + 6, '2,000 go in at the rate');
select * from finish();
rollback;
