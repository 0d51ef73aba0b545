-- The demo is what the contract (section 2) and documents 000 and 001 say.
begin;
set search_path = sojourn, public;
set timezone = 'Asia/Seoul';
select plan(25);

select results_eq($$select w.kind, w.opens_at, w.closes_at, w.hours_stated from time_window w
    join term t on t.id = w.term_id where t.code = '2025-2' and w.university_id is null
	and w.replaced_at is null order by w.opens_at, w.kind$$,
    $$values ('APPLY', '2025-07-21 00:00+09'::timestamptz, '2025-08-14 18:00+09'::timestamptz, true),
	('COURSE_OPENING', '2025-08-11 00:00+09', '2025-08-15 00:00+09', false),
	('REGISTER', '2025-08-18 09:00+09', '2025-08-21 18:00+09', true),
	('CHANGE', '2025-09-01 09:00+09', '2025-09-07 18:00+09', true),
	('WITHDRAW', '2025-09-08 09:00+09', '2025-09-30 18:00+09', true),
	('GRADE_APPEAL', '2025-12-29 00:00+09', '2026-01-05 00:00+09', false),
	('GRADE_VIEW', '2025-12-29 00:00+09', '2026-01-05 00:00+09', false)$$,
    'R6-R15, R27, C1: the calendar of 2025-2 as document 000 states it');
select results_eq($$select w.kind, w.opens_at, w.closes_at from time_window w join term t on t.id = w.term_id
    where t.code = '2018-1' order by w.opens_at$$,
    $$values ('COURSE_OPENING', '2018-02-01 00:00+09'::timestamptz, '2018-02-15 00:00+09'::timestamptz),
	('REGISTER', '2018-02-19 09:00+09', '2018-02-28 18:00+09'),
	('CHANGE', '2018-03-02 00:00+09', '2018-03-16 00:00+09')$$,
    'R47, R49, R53: that of 2018-1 as document 001 states it');
select is((select classes from term where code = '2025-2'), '[2025-09-01,2025-12-22)', 'R13: classes');
select is((select catalogue_final_at from term where code = '2025-2'), '2025-08-18 09:00+09', 'R27, C7: final');
select is((select notice_at || ' ' || notice_by from term where code = '2025-2'), '2025-07-21 학사팀', 'R1');
select is((select contact_phone || ' ' || contact_email from host), '042-865-2345 course@ust.ac.kr', 'R34');
select ok((select count(distinct s.course_id) >= 60 and count(*) >= 100 from section s
    join term t on t.id = s.term_id where t.code = '2025-2'), '60 courses and 100 sections');
select ok((select count(*) >= 5 from school) and (select count(*) >= 12 from major), 'schools and majors');
select is((select count(*)::integer from section s join term t on t.id = s.term_id
    where t.code = '2025-2' and s.code = 'BIO5012-01' and s.open_to_exchange), 1, 'BIO5012-01 is there');
select ok((select bool_and(s.credits = 3 and s.grading = 'percent') from section s
    join term t on t.id = s.term_id where t.code = '2025-2' and s.kind = 'major' and s.open_to_exchange),
    'R17: open major lectures have three credits and percentages');
select ok(exists (select from section s where s.kind = 'common' and s.credits < 3), 'common courses of one or two');
select ok(exists (select from section_seat where capacity = 1) and (select max(capacity) >= 45 from section_seat),
    'small and large sections');
select ok(exists (select from section s where s.open_to_exchange
    and not exists (select from section_time t where t.section_id = s.id)), 'one without times');
select ok(exists (select from section_time a join section_time b on a.slot && b.slot
    and a.section_id < b.section_id), 'sections that meet each other');
select is_empty($$select c.code from course c where c.title_ko = '' or c.title_en = '' or c.title_ja = ''$$,
    'titles in three languages');
select is_empty($$select a.login, a.second_step from account a where a.kind <> 'student' and a.second_step <> 'always'$$,
    'staff and partners confirm a login');
select results_eq($$select a.login, string_agg(r.role, ' ' order by r.role) from account a
    join account_role r on r.account_id = a.id where a.kind <> 'student' group by 1 order by 1$$,
    $$values ('academic', 'academic'), ('admin', 'admin'), ('affairs', 'affairs'), ('auditor', 'auditor'),
	('cnu', 'coordinator recommender'), ('cnu.dean', 'recommender'), ('kaist', 'coordinator recommender'),
	('prof.kim', 'instructor')$$, 'the logins of the contract and their roles');
select ok((select count(*) >= 3 from section_instructor i join account a on a.id = i.account_id
    where a.login = 'prof.kim'), 'prof.kim teaches several sections');
select is((select count(*) || ' ' || min(t.id) || ' ' || max(t.id) filter (where t.serial = 200)
    from temporary_id t join term m on m.id = t.term_id where m.code = '2025-2'),
    '200 E252000015 E252002002', '200 IDs, serials 1 to 200');
select is((select count(*)::integer from temporary_id t join account a on a.login = t.id and a.second_step = 'never'
    join registration_right r on r.person_id = t.person_id and r.term_id = t.term_id and r.suspended_at is null
    join term m on m.id = t.term_id where m.code = '2025-2'), 200, 'each may log in at once and register');
select is((select count(*)::integer from enrolment), 0, 'none of them is registered for a course');
select ok((select count(distinct r.university_id) >= 10 from registration_right r
    join term m on m.id = r.term_id where m.code = '2025-2'), 'of several universities');
select is((select last from id_serial i join term m on m.id = i.term_id where m.code = '2025-2'), 200,
    'the next ID is the 201st');
select set_eq($$select distinct a.state from application a join term t on t.id = a.term_id where t.code = '2025-2'$$,
    array['unconfirmed', 'submitted', 'returned', 'held', 'approved', 'rejected', 'issued', 'withdrawn', 'expired'],
    'an application in every state');
select is_empty($$select email from account where email !~ '@([a-z]+\.)+example$'$$,
    'every address is of a reserved domain');
select * from finish();
rollback;
