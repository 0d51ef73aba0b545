-- sojourn.temporary_id: form, check digit, terms with letters, limits (R21).
begin;
set search_path = sojourn, public;
select plan(9);
select is(sojourn.temporary_id('2025-2', 1), 'E252000015', 'serial 1 of the contract');
select is(sojourn.temporary_id('2025-2', 2), 'E252000023', 'serial 2 of the contract');
select is(sojourn.temporary_id('2025-2', 200), 'E252002002', 'serial 200 of the contract');
select is(sojourn.temporary_id('2025-S', 7), 'E25S00007' || right(sojourn.temporary_id('2025-S', 7), 1),
    'summer keeps its letter');
-- S counts as 3: the digit is that of the body 25 3 00007.
select isnt(right(sojourn.temporary_id('2025-S', 7), 1),
    right(sojourn.temporary_id('2025-W', 7), 1), 'S and W give different check digits');
select is(sojourn.temporary_id('2025-2', 0), null, 'no serial 0');
select is(sojourn.temporary_id('2025-2', 100000), null, 'no serial of six digits');
select is(sojourn.temporary_id('2025-3', 1), null, 'no third semester');
-- The digit finds every single wrong digit: recompute with each neighbour.
select is((
	select count(*)::integer
	  from generate_series(1, 99999, 77) s(n),
	       lateral (select sojourn.temporary_id('2025-1', n) as id) i,
	       generate_series(5, 9) pos, generate_series(1, 9) step,
	       lateral (select overlay(id placing
		   ((substr(id, pos, 1)::integer + step) % 10)::text
		   from pos for 1) as wrong) w
	 where substr(wrong, 5, 5)::integer > 0
	   and sojourn.temporary_id('2025-1', substr(wrong, 5, 5)::integer) = wrong),
    0, 'no single wrong digit of the serial passes');
select * from finish();
rollback;
