-- The cart says the day before what decide() says at nine: R17, R18, R30, R32.
begin;
\ir ../registration.psql
select plan(22);

select reg.student(n) from generate_series(1, 8) n;
select reg.section(1, 30, array['1 09:00-10:30', '3 09:00-10:30']);
select reg.section(2, 30, array['1 10:00-11:30']);
select reg.section(3, 30, array['3 10:00-11:00']);
select reg.section(4, 1, array['2 09:00-12:00']);
select reg.section(5), reg.section(6), reg.section(7), reg.section(8, 30, '{}', 1);
select reg.section(9, 30, array['5 09:00-10:00']), reg.section(10, 30, array['5 09:30-10:00']);
update sojourn.section set state = 'closed' where id = reg.id(6);
update sojourn.section set open_to_exchange = false where id = reg.id(7);
insert into sojourn.enrolment (person_id, section_id, term_id, credits, state, enrolled_at)
values (reg.person(2), reg.id(9), reg.term(), 3, 'withdrawn', now());

-- What each of both says of a list of sections, for one student.
create function reg.rehearsed(p_n integer, p_codes text[]) returns setof text
language sql as $$
	select r.code || ' ' || coalesce(array_to_string(r.reasons, '+'), '')
	  from sojourn.rehearse(reg.term(), reg.person(p_n), p_codes) r order by r.n
$$;
create function reg.decided(p_n integer, p_codes text[]) returns setof text
language plpgsql as $$
declare
	v text[];
begin
	begin
		select array_agg(d.section || ' ' || case when d.outcome = 'done' then ''
		    else d.outcome || coalesce((select '+' || string_agg(x, '+' order by o)
			from jsonb_array_elements_text(d.detail -> 'also')
			    with ordinality j (x, o)), '') end order by d.n)
		  into v
		  from sojourn.decide(array[0::bigint], array[reg.person(p_n)],
		    array['enrol'], array[''], array[null::timestamptz],
		    array_fill(1, array[cardinality(p_codes)]), p_codes,
		    array_fill(null::text, array[cardinality(p_codes)])) d;
		raise exception sqlstate 'TAKEB';
	exception when sqlstate 'TAKEB' then
		return query select unnest(v);
	end;
end
$$;
create function reg.codes(variadic p integer[]) returns text[] language sql as $$
	select array_agg(reg.code(x) order by o) from unnest(p) with ordinality u (x, o)
$$;

select results_eq($$ select reg.rehearsed(1, reg.codes(1, 2, 3, 5)) $$,
    array['TST5001-01 ', 'TST5002-01 conflict', 'TST5003-01 conflict', 'TST5005-01 '],
    'R30: what is taken counts for those after it');
select results_eq($$ select reg.rehearsed(1, reg.codes(6, 7, 5, 5)) $$,
    array['TST5006-01 closed', 'TST5007-01 not-open-to-exchange', 'TST5005-01 ',
	'TST5005-01 duplicate'], 'R32, R17, the same twice');
select results_eq($$ select reg.rehearsed(2, reg.codes(9)) $$,
    array['TST5009-01 ineligible'], 'R11: withdrawn before');
select is_empty($$ select reg.rehearsed(1, array['NOP9999-01', null]) $$, 'unknown sections are left out');
update sojourn.registration_right set max_credits = 4 where person_id = reg.person(3);
select results_eq($$ select reg.rehearsed(3, reg.codes(1, 2, 8)) $$,
    array['TST5001-01 ', 'TST5002-01 conflict+credits', 'TST5008-01 '], 'all reasons at once');
select is((select (would, max_credits, other, day, starts, ends)::text
    from sojourn.rehearse(reg.term(), reg.person(3), reg.codes(1, 2)) where n = 2),
    '(6,4,TST5001-01,1,09:00:00,10:30:00)', 'with their values');

-- decide() says the same, with the same reasons, for many students and lists.
update sojourn.section_seat set capacity = 0 where section_id = reg.id(10);
update sojourn.section_seat set held = capacity where section_id = reg.id(9);
select sojourn.quota_set(reg.id(3), reg.u(), 2), sojourn.quota_set(reg.id(1), reg.u(), 0) \g /dev/null
select setseed(0.20250818);
select sojourn.decide(array[0::bigint], array[reg.person(n)], array['enrol'], array[''], array[null::timestamptz],
    array[1, 1], reg.codes(1 + n % 5, 4), array[null, null]) from generate_series(4, 8) n \g /dev/null
update sojourn.registration_right set max_credits = 3 + person_id % 8 where term_id = reg.term();
create temporary table list as
select 1 + (random() * 7)::integer as student, (select array_agg(reg.code(1 + (random() * 9)::integer))
    from generate_series(1, 1 + (n % 6)) k where n > 0) as codes from generate_series(1, 300) n;
create temporary table verdict as
select l.*, (select array_agg(r) from reg.rehearsed(student, codes) r) as said,
       (select array_agg(d) from reg.decided(student, codes) d) as decided from list l;
select is((select count(*) from verdict where said is distinct from decided), 0::bigint,
    'decide() gives the same reasons in the same order');
select is((select count(distinct split_part(w, '+', 1)) from verdict, unnest(decided) d,
    lateral split_part(d, ' ', 2) w), 9::bigint, '... of every kind');
select ok((select count(*) from verdict, unnest(decided) d where d like '%+%') > 20, '... and many with several');
select is((select count(*) from sojourn.enrolment where person_id = reg.person(1)), 0::bigint, 'nothing was written by looking');

-- The cart before the window.
select reg.at('2031-08-17 10:00+09');
insert into sojourn.cart (person_id, section_id, added_at)
select reg.person(1), reg.id(n), now() + n * interval '1 second' from unnest(array[1, 3, 4, 7]) n;
insert into sojourn.cart (person_id, section_id) select reg.person(n), reg.id(5) from generate_series(2, 8) n;
update sojourn.section_seat set capacity = 5 where section_id = reg.id(5);
update sojourn.section_seat set held = 0 where section_id = reg.id(9);
delete from sojourn.section_quota;
update sojourn.section_seat set quotas = false;
insert into sojourn.cart (person_id, section_id, added_at) values (reg.person(1), reg.id(5), now() + interval '1 hour');
update sojourn.registration_right set max_credits = 6 where person_id = reg.person(1);
create view reg.cart as select * from register_api.cart(sha256('s1'), 'student', 'en');
grant select on reg.cart to public;
set session authorization sojourn_register;
set search_path = reg, public;
select results_eq('select code || '' '' || would from cart', array['TST5001-01 done',
    'TST5003-01 conflict', 'TST5004-01 full', 'TST5007-01 not-open-to-exchange', 'TST5005-01 done'],
    'in the order put aside');
select is((select later from cart where code = reg.code(1)), reg.code(3), 'the first of two that overlap is told too');
select is((select other_when from cart where code = reg.code(3)), 'Wed 09:00–10:30', 'when it overlaps');
select is((select wanted || '/' || free from cart where code = reg.code(5)), '8/4', 'more want it than there are seats');
select is((select (n, good, have)::text from cart limit 1), '(5,2,6)', 'how many can be taken, and their credits');
select is((select full_now and not over from cart where code = reg.code(4)), true, 'full is told, and asked for all the same');
select is((select count(*) from cart where sent), 5::bigint, 'all are sent by one press');
select is_empty($$ select * from register_api.cart(sha256('s1'), 'staff', 'en') $$, 'nothing without the right');
reset session authorization;
reset search_path;

-- Suggestions.
insert into sojourn.section (term_id, course_id, class_no, code, credits)
select reg.term(), s.course_id, '02', replace(s.code, '-01', '-02'), 3 from sojourn.section s where s.id = reg.id(4);
insert into sojourn.section_seat (section_id, capacity) select id, 2 from sojourn.section
 where code = 'TST5004-02' and term_id = reg.term();
update sojourn.registration_right set max_credits = 12 where person_id = reg.person(1);
create function reg.instead(p_code text, p_keep text[] default '{}', p_leave text default null) returns text[]
language sql as $$
	select array_agg(code || case when same then ' same' else '' end)
	  from sojourn.instead(reg.term(), reg.person(1), 'en', array[p_code], p_keep, p_leave)
$$;
select is(reg.instead(reg.code(4)), array['TST5004-02 same', 'TST5001-01', 'TST5008-01'],
    'the same course first, then the same kind, most seats first');
update sojourn.section_seat set capacity = 40 where section_id = reg.id(10);
select is(reg.instead(reg.code(4), reg.codes(9)), array['TST5004-02 same', 'TST5001-01', 'TST5008-01'],
    'nothing that overlaps with what is kept, nor what is kept itself');
update sojourn.registration_right set max_credits = 3 where person_id = reg.person(1);
select is(reg.instead(reg.code(4), reg.codes(1)), null, 'nothing beyond the credit limit');
select is(cardinality(reg.instead(reg.code(2))), 3, 'with room there are some again');
select * from finish();
rollback;
