-- R109: who may have which certificate, from real data; what ends a right.
begin;
\ir ../documents.psql
select plan(24);
create function pg_temp.own(p_no text) returns bigint language sql as $$
	select person_id from sojourn.degree_record where student_no = p_no
$$;
create function pg_temp.may(p_person bigint) returns text language sql as $$
	select string_agg(t.type, ' ' order by t.place) from sojourn.certificate_types() t
	 cross join lateral sojourn.certificate_may(t.type, p_person) m where m.may
$$;
create function pg_temp.why(p_type text, p_person bigint) returns text language sql as $$
	select why from sojourn.certificate_may(p_type, p_person)
$$;
select is(pg_temp.may(pg_temp.own('20203001')), 'enrollment transcript tuition-payment', 'enrolled');
select is(pg_temp.may(pg_temp.own('20233002')), 'transcript leave-of-absence tuition-payment', 'on leave');
select is(pg_temp.may(pg_temp.own('20213003')), 'degree transcript course-completion conferral tuition-payment', 'graduated');
select is(pg_temp.may(pg_temp.own('20223004')), 'transcript expected-degree course-completion tuition-payment', 'expected');
select is(pg_temp.may(pg_temp.own('20223005')), 'transcript termination tuition-payment', 'terminated');
select is(pg_temp.may(pg_temp.own('20253006')), 'enrollment tuition-payment', 'first term');
select is(pg_temp.may(pg_temp.person(3)), null, 'a visitor without anything');
select is(pg_temp.why('enrollment', pg_temp.person(3)), 'own', 'why not: own students alone');
select is(pg_temp.why('course-registration', pg_temp.person(3)), 'registered', 'why not: not registered');
select is(pg_temp.why('course-registration', pg_temp.own('20203001')), 'visitor', 'why not: visitors alone');
select is(pg_temp.why('leave-of-absence', pg_temp.own('20203001')), 'leave', 'why not: not on leave');
select pg_temp.enrol(pg_temp.person(3), 'BIO5012-01');
select is(pg_temp.may(pg_temp.person(3)), 'course-registration', 'a visitor who is registered');
select is(pg_temp.why('transcript', pg_temp.person(3)), 'hidden', 'R14: no grades before they are announced');
-- The basis changes when the fact does, and not when a name does.
create temporary table was as select sojourn.document_now('enrollment', pg_temp.own('20203001'), '20203001') as b;
update person set name_native = '다른이름' where id = pg_temp.own('20203001');
select is(sojourn.document_now('enrollment', pg_temp.own('20203001'), '20203001'), (select b from was), 'a name is no fact of it');
update degree_record set status = 'leave' where student_no = '20203001';
select is(sojourn.document_now('enrollment', pg_temp.own('20203001'), '20203001'), null, 'a right that ended');
update degree_record set status = 'enrolled', status_since = '2025-09-01' where student_no = '20203001';
select isnt(sojourn.document_now('enrollment', pg_temp.own('20203001'), '20203001'), (select b from was), 'enrolled anew is another fact');
-- A later term leaves the transcript of the earlier ones alone; a correction does not.
create temporary table then_ as select sojourn.certificate_basis('transcript', pg_temp.own('20203001'), '20203001/2025-1') as b;
insert into degree_course (record_id, term, code, title_ko, credits, grade)
select id, '2025-2', 'UST9999', '새과목', 3, 'A+' from degree_record where student_no = '20203001';
select is(sojourn.certificate_basis('transcript', pg_temp.own('20203001'), '20203001/2025-1'), (select b from then_), 'a new term');
select is((select subject from sojourn.certificate_may('transcript', pg_temp.own('20203001'))), '20203001/2025-2', 'the next one goes further');
update degree_course set grade = 'B+' where code = 'UST5001';
select isnt(sojourn.certificate_basis('transcript', pg_temp.own('20203001'), '20203001/2025-1'), (select b from then_), 'a corrected grade');
-- Expected is what lies ahead.
select sojourn.clock_set('2026-02-20 00:00+09');
select is(pg_temp.why('expected-degree', pg_temp.own('20223004')), 'expected', 'the day itself is not ahead');
-- Somebody else's number is nobody's right.
select is(sojourn.certificate_basis('enrollment', pg_temp.own('20253006'), '20203001'), null, 'another one''s number');
-- Contents: no resident number, no contact data, the average by hand.
select ok(sojourn.certificate_content('enrollment', pg_temp.own('20253006'), 'en', '20253006')::text !~ '@|phone|email',
    'no contact data');
delete from degree_course where record_id = (select id from degree_record where student_no = '20253006');
insert into degree_course (record_id, term, code, title_ko, credits, grade, percent)
select id, '2025-1', c.code, '가', c.credits, c.grade, c.percent from degree_record, (values ('AAA1', 3, 'A+', 97),
    ('AAA2', 1, 'F', 30), ('AAA3', 2, 'P', null)) c (code, credits, grade, percent) where student_no = '20253006';
select is((select concat_ws(' ', c ->> 'credits', c ->> 'earned', c ->> 'gpa', c ->> 'percent')
    from sojourn.certificate_content('transcript', pg_temp.own('20253006'), 'en', '20253006/2025-1') c),
    '6 5 3.38 80.3', 'F counts, P does not: (3 × 4.5 + 0) / 4, (3 × 97 + 30) / 4');
select is((select sojourn.certificate_languages('tuition-payment')), array['ko'], 'R110');
select * from finish();
rollback;
