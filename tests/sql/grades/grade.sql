-- R14, R15, R17, R46: what a grade may never do, whoever writes it, and what a
-- document may read of it.
begin;
\ir ../registration.psql
select plan(28);
insert into sojourn.time_window (term_id, kind, opens_at, closes_at)
select reg.term(), k, '2031-12-29 00:00+09', '2032-01-05 00:00+09' from (values ('GRADE_VIEW'), ('GRADE_APPEAL')) w(k);
select reg.student(n) from generate_series(1, 3) n;
select reg.section(n, 30) from generate_series(1, 3) n;
update sojourn.section set grading = 'pass' where id = reg.id(2);
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
select reg.person(p), reg.id(s), reg.term(), 3, sojourn.now() from (values (1, 1), (1, 2), (2, 1)) e(p, s);
create function reg.actor() returns sojourn.actor language sql stable as $$
	select row('done', a.id, null, null, null, 'staff', '', 'en')::sojourn.actor from sojourn.account a where a.login = 'prof.kim' $$;
create function reg.give(p_n integer, p_s integer, p_percent numeric, p_pass boolean default null, p_way text default 'form', p_appeal bigint default null)
returns integer language sql as $$ select sojourn.grade_set(reg.actor(), reg.person(p_n), reg.id(p_s), p_percent, p_pass, p_way, p_appeal) $$;
create function reg.appeal(p_n integer, p_s integer) returns bigint language sql as $$
	insert into sojourn.grade_appeal (person_id, section_id, term_id, reason, percent_before, asked_at, due_at)
	select person_id, section_id, term_id, 'counted wrongly', percent, sojourn.now(), sojourn.now() + interval '7 days'
	  from sojourn.grade where person_id = reg.person(p_n) and section_id = reg.id(p_s) returning id $$;

create function reg.appealed() returns bigint language sql stable as $$ select max(id) from sojourn.grade_appeal $$;

select reg.at('2031-12-20 10:00+09');
select is(reg.give(1, 1, 55.5), 1, 'a percentage');
select is(reg.give(1, 1, 91.5), 2, 'changed before the announcement');
select is(reg.give(1, 2, null, true), 1, 'passed, where the section only passes');
select throws_ok('select reg.give(1, 2, 90)', '23000', null, 'R17: no percentage in a section that passes or not');
select throws_ok('select reg.give(2, 1, null, true)', '23000', null, 'R17: nor the other way');
select throws_ok('select reg.give(3, 1, 80)', '23000', null, 'nobody is graded where he is not enrolled');
select throws_ok('select reg.give(2, 1, 100.1)', '23514', null, 'not above 100');
select throws_ok('select reg.give(2, 1, -1)', '23514', null, 'not below 0');
select throws_ok('delete from sojourn.grade', '23000', null, 'a grade is not deleted');
select throws_ok('update sojourn.grade_value set percent = 99', '23000', null, 'nor its history rewritten');
select is(sojourn.grades_announced(reg.term()), null, 'R14: hidden before the window');
select is_empty('select * from sojourn.grades_of(reg.person(1), null)', 'R14: and no document reads it');

select reg.at('2031-12-29 00:00+09');
select is(sojourn.grades_announced(reg.term()), '2031-12-29 00:00+09', 'R14: seen from the minute the window opens');
select set_eq($$ select section, percent, pass, credit_granted, why from sojourn.grades_of(reg.person(1), reg.term()) $$,
    $$ values (reg.code(1), 91.5::numeric, null::boolean, true, ''), (reg.code(2), null, true, true, '') $$, 'with the credits');
select set_eq($$ select percent, why from sojourn.grades_of(reg.person(2), null) $$, $$ values (null::numeric, 'missing') $$, 'what is missing says so');
select throws_ok('select reg.give(1, 1, 99)', '23000', null, 'R14: frozen once announced');
select is(reg.give(2, 1, 40), 1, 'a missing one may still be given');
select is((select late from sojourn.grade_value where person_id = reg.person(2)), true, 'and is marked as late');
select set_eq($$ select why, credit_granted from sojourn.grades_of(reg.person(2), null) $$, $$ values ('failed', false) $$, 'no credits below the mark');

-- R15: an appeal opens it, one at a time, and closes it again.
select lives_ok('select reg.appeal(1, 1)', 'an appeal');
select throws_ok('select reg.appeal(1, 1)', '23505', null, 'R15: one open request per enrolment');
select is(reg.give(1, 1, 93, null, 'appeal', reg.appealed()), 3, 'R15: opens the grade');
update sojourn.grade_appeal set state = 'changed', decided_at = sojourn.now(), decided_by = (reg.actor()).account_id, answer = 'recounted', percent_after = 93 where id = reg.appealed();
select throws_ok('select reg.give(1, 1, 94)', '23000', null, 'decided: frozen again');
select throws_ok($$ update sojourn.grade_appeal set state = 'open', decided_at = null, decided_by = null, answer = '' where id = reg.appealed() $$, '23000', null, 'what is decided stays decided');
select results_eq('select percent, version from sojourn.grade_value where person_id = reg.person(1) and section_id = reg.id(1) order by version',
    $$ values (55.5::numeric, 1), (91.5, 2), (93.0, 3) $$, 'every value is kept');

-- R14: readable for ever, also when the window is moved afterwards.
insert into sojourn.grade_announcement (term_id, at, given, missing) values (reg.term(), sojourn.now(), 3, 0);
update sojourn.time_window set opens_at = '2032-02-01 00:00+09', closes_at = '2032-02-08 00:00+09' where kind = 'GRADE_VIEW' and term_id = reg.term();
select isnt(sojourn.grades_announced(reg.term()), null, 'R14: announced is announced');
select reg.at('2041-01-01 00:00+09');
select is((select count(*)::integer from sojourn.grades_of(reg.person(1), null)), 2, 'R14: and readable ever after');

-- R46: not recommended: the grade stays, the credits are not granted.
update sojourn.enrolment set credit_granted = false where person_id = reg.person(1);
select set_eq($$ select percent, credit_granted, why from sojourn.grades_of(reg.person(1), null) where grading = 'percent' $$,
    $$ values (93.0::numeric, false, 'not-recommended') $$, 'R46: grade kept, credits not granted, and why');
select * from finish();
rollback;
