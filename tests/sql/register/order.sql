-- F5, F8, F10: a batch gives what single calls in order of arrival would give.
begin;
\ir ../registration.psql
select plan(24);
select reg.student(n) from generate_series(1, 12) n;
select reg.section(1, 2);
select reg.section(2, 1);
select reg.section(3, 30);
select reg.section(4, 30);
select reg.section(5, 1, array['1 09:00-12:00']);
select reg.section(6, 30, array['1 10:00-11:00']);
set session authorization sojourn_register;

select results_eq($$ select reg.batch(array['5 enrol 1', '3 enrol 1', '4 enrol 1']) $$,
    array['1 TST5001-01 done', '2 TST5001-01 done', '3 TST5001-01 full'], 'F10: the first two, not the lowest ids');
select results_eq($$ select reg.batch(array['1 enrol 3 2', '2 enrol 2']) $$,
    array['1 TST5003-01 done', '1 TST5002-01 done', '2 TST5002-01 full'],
    'F10: the earlier request gets the seat though it asks for it second');
select results_eq($$ select reg.batch(array['2 enrol 2', '1 cancel 2', '4 enrol 2']) $$,
    array['1 TST5002-01 full', '2 TST5002-01 done', '3 TST5002-01 done'], 'F10: a cancel frees the seat for those after it');
select results_eq($$ select reg.batch(array['5 cancel 1', '6 enrol 1', '7 enrol 1']) $$,
    array['1 TST5001-01 done', '2 TST5001-01 done', '3 TST5001-01 full'], 'one leaves, one of two comes');
select results_eq($$ select reg.batch(array['7 enrol 1', '6 cancel 1', '8 enrol 1', '3 cancel 1', '9 enrol 1', '10 enrol 1']) $$,
    array['1 TST5001-01 full', '2 TST5001-01 done', '3 TST5001-01 done', '4 TST5001-01 done', '5 TST5001-01 done', '6 TST5001-01 full'],
    'leaving and coming in turns');
select results_eq($$ select reg.batch(array['8 swap 1 3', '10 enrol 1']) $$,
    array['1 TST5003-01 done', '2 TST5001-01 done'], 'a swap out of a full section frees its seat');
select results_eq($$ select reg.batch(array['2 enrol 3', '2 swap 3 4', '2 cancel 4', '2 enrol 3']) $$,
    array['1 TST5003-01 done', '2 TST5004-01 done', '3 TST5004-01 done', '4 TST5003-01 done'],
    'F8: four requests of one student in one batch keep their order');
select results_eq($$ select reg.batch(array['2 cancel 3', '2 cancel 3']) $$,
    array['1 TST5003-01 done', '2 TST5003-01 gone'], 'a second cancel finds nothing');

-- Two students exchange places in two full sections: neither can, as in life.
reset session authorization;
select reg.section(11, 1), reg.section(12, 1), reg.section(13, 1), reg.section(14, 1);
set session authorization sojourn_register;
select results_eq($$ select reg.batch(array['6 enrol 11', '7 enrol 12', '6 swap 11 12', '7 swap 12 11']) $$,
    array['1 TST5011-01 done', '2 TST5012-01 done', '3 TST5012-01 full', '4 TST5011-01 full'],
    'a ring of swaps has no first one that could move');
select results_eq($$ select reg.batch(array['7 cancel 12', '6 swap 11 12', '7 enrol 11']) $$,
    array['1 TST5012-01 done', '2 TST5012-01 done', '3 TST5011-01 done'], 'a chain moves in order');

-- A swap that has to wait in the section it leaves keeps its place in the one
-- it takes; also where it waits for another swap that waits.
reset session authorization;
select reg.section(18, 2), reg.section(19, 2), reg.section(20, 1);
set session authorization sojourn_register;
select is((select array_agg(x) from reg.batch(array['11 enrol 18', '12 enrol 19']) x),
    array['1 TST5018-01 done', '2 TST5019-01 done'], 'two with a seat');
select results_eq($$ select reg.batch(array['1 enrol 18', '4 enrol 19', '11 swap 18 19', '12 swap 19 20',
	'3 enrol 18', '5 enrol 20', '3 enrol 19']) $$,
    array['1 TST5018-01 done', '2 TST5019-01 done', '3 TST5019-01 full', '4 TST5020-01 done',
	'5 TST5018-01 full', '6 TST5020-01 full', '7 TST5019-01 done'],
    'F10: nobody passes a swap that waits, nor a chain of them');
-- The other way round: the swap waits in the section it takes.
reset session authorization;
select reg.student(21, 5), reg.student(22), reg.section(21, 1), reg.section(22, 2);
set session authorization sojourn_register;
select is((select array_agg(x) from reg.batch(array['22 enrol 22', '21 enrol 22 4']) x),
    array['1 TST5022-01 done', '2 TST5022-01 done', '2 TST5004-01 credits R18'], 'two with a seat');
select results_eq($$ select reg.batch(array['21 enrol 3 21', '22 swap 22 21', '6 enrol 22', '7 enrol 22', '8 enrol 21']) $$,
    array['1 TST5003-01 credits R18', '1 TST5021-01 credits R18', '2 TST5021-01 done', '3 TST5022-01 done',
	'4 TST5022-01 full', '5 TST5021-01 full'], 'F10: and nobody passes it there');

-- What a refused student would have taken goes to the next.
select results_eq($$ select reg.batch(array['9 enrol 6', '9 enrol 5', '10 enrol 5']) $$,
    array['1 TST5006-01 done', '2 TST5005-01 conflict R30', '3 TST5005-01 done'], 'a refused one takes no seat from the next');
select results_eq($$ select reg.batch(array['11 enrol 13 13 14', '12 enrol 14 13']) $$,
    array['1 TST5013-01 done', '1 TST5013-01 duplicate', '1 TST5014-01 done', '2 TST5014-01 full', '2 TST5013-01 full'],
    'the earlier request is first everywhere');

-- Order of arrival, not of the array.
reset session authorization;
select reg.section(15, 1);
set session authorization sojourn_register;
select results_eq($$ select d.no, d.outcome from register_api.decide_batch('student',
    array[reg.hash(1), reg.hash(2)], array['enrol', 'enrol'], array['', ''],
    array[transaction_timestamp(), transaction_timestamp() - interval '1 second'],
    array[1, 2], array[reg.code(15), reg.code(15)], array[null, null]) d order by 1 $$,
    $$ values (1, 'full'), (2, 'done') $$, 'F10: time of arrival decides');

-- Credits within one batch.
reset session authorization;
select reg.student(20, 3), reg.section(16), reg.section(17);
set session authorization sojourn_register;
select results_eq($$ select reg.batch(array['20 enrol 16 17', '20 enrol 17']) $$,
    array['1 TST5016-01 done', '1 TST5017-01 credits R18', '2 TST5017-01 credits R18'], 'R18 holds within a batch');
select results_eq($$ select reg.batch(array['20 swap 16 17', '20 enrol 16']) $$,
    array['1 TST5017-01 done', '2 TST5016-01 credits R18'], 'and across a swap');

-- Every way to cut a random batch gives the same result.
reset session authorization;
grant usage on schema reg to public;
create function reg.random_batch(p_seed float) returns text[] language plpgsql as $$
declare
	v text[];
begin
	perform setseed(p_seed);
	select array_agg(case floor(random() * 4)
	    when 0 then s || ' cancel ' || a when 1 then s || ' swap ' || a || ' ' || b
	    else s || ' enrol ' || a || case when random() < 0.5 then ' ' || b else '' end end)
	  into v
	  from (select 31 + floor(random() * 6)::integer as s, 1 + floor(random() * 5)::integer as a,
		       6 + floor(random() * 3)::integer as b from generate_series(1, 60)) x;
	return v;
end
$$;
select reg.student(n, 6) from generate_series(31, 36) n;
select reg.section(n, 2) from generate_series(7, 10) n;
create function reg.outcomes(p_lines text[], p_size integer) returns text[] language plpgsql as $$
declare
	v text[] := '{}';
	v_part text[];
begin
	for k in 0 .. (cardinality(p_lines) - 1) / p_size loop
		select array_agg(regexp_replace(x, '^\d+ ', '')) into v_part
		  from reg.batch(p_lines[k * p_size + 1:(k + 1) * p_size]) x;
		v := v || v_part;
	end loop;
	raise exception using errcode = 'T0001', message = v::text;
exception when sqlstate 'T0001' then
	return sqlerrm::text[];	-- what was written is undone
end
$$;
set session authorization sojourn_register;
select is((select count(*) from generate_series(1, 12) seed,
	lateral (select reg.random_batch(seed / 12.0) as lines) l,
	lateral (select reg.outcomes(lines, 1) as single) s
	where reg.outcomes(lines, 60) is distinct from single
	   or reg.outcomes(lines, 7) is distinct from single), 0::bigint,
    'F5: 12 random batches, whole, in sevens and one by one');
select ok((select array_agg(split_part(x, ' ', 3)) @> array['done', 'full', 'gone', 'duplicate', 'credits']
    from reg.batch(reg.random_batch(0.1)) x), 'and they have something to decide');

-- The reasons beside the first are those of single calls, too.
reset session authorization;
select reg.student(41), reg.student(42, 1), reg.student(43, 1), reg.section(23, 1), reg.section(24, 9);
insert into sojourn.section_quota (section_id, university_id, seats) values (reg.id(24), reg.u(), 1);
update sojourn.section_seat set quotas = true where section_id = reg.id(24);
create function reg.also(p_section integer) returns text language sql as $$
	select string_agg(d.outcome || coalesce(' ' || (d.detail ->> 'also'), ''), ', ' order by d.no)
	  from register_api.decide_batch('student', array[reg.hash(43), reg.hash(41), reg.hash(42)],
	    array['enrol', 'enrol', 'enrol'], array['', '', ''], array_fill(null::timestamptz, array[3]), array[1, 2, 3],
	    array_fill(reg.code(p_section), array[3]), array_fill(null::text, array[3])) d
$$;
grant execute on function reg.also to public;
set session authorization sojourn_register;
select is(reg.also(23), 'credits, done, credits ["full"]', 'full since the one before');
select is(reg.also(24), 'credits, done, credits ["quota"]', 'and so the quota');
reset session authorization;
select is_empty('select * from reg.unsound', 'seats fit the enrolments');
select * from finish();
rollback;
