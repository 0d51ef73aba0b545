-- R14, R15, R17, S11: each guard of entering, correcting and handing out grades
-- by itself; what one page would not offer, the functions refuse.
begin;
\ir ../registration.psql
select no_plan();
insert into sojourn.time_window (term_id, kind, opens_at, closes_at)
select reg.term(), k, '2031-12-29 00:00+09', '2032-01-05 00:00+09' from (values ('GRADE_VIEW'), ('GRADE_APPEAL')) w(k);
select reg.student(n) from generate_series(1, 8) n;
select reg.section(n, 30) from generate_series(1, 4) n;
insert into sojourn.temporary_id (id, person_id, term_id, serial, issued_at)
select sojourn.temporary_id('2031-2', n), reg.person(n), reg.term(), n, '2031-08-14' from generate_series(1, 8) n;
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at, state)
select reg.person(p), reg.id(s), reg.term(), 3, '2031-08-18 09:00+09', st from (values
    (1, 1, 'enrolled'), (2, 1, 'enrolled'), (3, 1, 'withdrawn'), (4, 1, 'closed_by_host'), (5, 1, 'enrolled'),
    (6, 1, 'enrolled'), (1, 3, 'enrolled'), (6, 3, 'enrolled'), (7, 3, 'enrolled'), (1, 2, 'enrolled')) e(p, s, st);
insert into sojourn.account (login, kind, name, email)
select 'prof.' || x, 'staff', 'Prof ' || x, 'prof.' || x || '@treg.example' from unnest(array['a', 'b']) x;
insert into sojourn.account_role (account_id, role) select id, 'instructor' from sojourn.account where login in ('prof.a', 'prof.b');
insert into sojourn.section_instructor (section_id, account_id)
select reg.id(s), a.id from (values ('prof.a', 1), ('prof.a', 2), ('prof.b', 3), ('prof.b', 4)) x(login, s)
  join sojourn.account a using (login);
insert into sojourn.session (token_hash, account_id, programs)
select sha256(login::bytea), id, array['teach'] from sojourn.account where login in ('prof.a', 'prof.b');
update sojourn.session set programs = array['grades', 'account'] where token_hash in (select reg.hash(n) from generate_series(1, 8) n);

create function reg.actor(p_login text default 'prof.a') returns sojourn.actor language sql stable security definer as $$
	select row('done', a.id, null, a.person_id, a.university_id, a.kind, '', 'en')::sojourn.actor from sojourn.account a where a.login = p_login $$;
create function reg.s(p_n integer) returns sojourn.actor language sql stable security definer as $$
	select row('done', a.id, null, a.person_id, null, 'student', '', 'en')::sojourn.actor from sojourn.account a where a.person_id = reg.person(p_n) $$;
create function reg.tid(p_n integer) returns text language sql stable security definer as $$ select sojourn.temporary_id('2031-2', p_n) $$;
create function reg.row(p_n integer, p_grade text, p_version integer default 0) returns jsonb language sql stable as $$
	select jsonb_build_object('row', 1, 'student', reg.tid(p_n), 'grade', p_grade, 'version', p_version) $$;
create function reg.enter(p_section integer, variadic p_rows jsonb[]) returns text language sql as $$
	select string_agg(trim(e.outcome || ' ' || e.why), ', ') from sojourn.grade_enter(reg.actor(), reg.id(p_section), to_jsonb(p_rows), 'form') e $$;
create function reg.judge(p_section integer, variadic p_rows jsonb[]) returns text language sql as $$
	select string_agg(j.verdict, ', ') from sojourn.grade_judge(reg.id(p_section), to_jsonb(p_rows)) j $$;
create function reg.give(p_n integer, p_s integer, p_percent numeric, p_way text default 'form', p_appeal bigint default null)
returns integer language sql as $$ select sojourn.grade_set(reg.actor(), reg.person(p_n), reg.id(p_s), p_percent, null, p_way, p_appeal) $$;
create function reg.grade(p_n integer, p_s integer) returns text language sql stable security definer as $$
	select sojourn.grade_text(percent, pass) from sojourn.grade where person_id = reg.person(p_n) and section_id = reg.id(p_s) $$;
create function reg.upload(p_section integer) returns bigint language sql stable security definer as $$
	select max(id) from sojourn.grade_upload where section_id = reg.id(p_section) $$;

-- Before registrations are fixed.
select reg.at('2031-09-05 10:00+09');
select is(reg.enter(1, reg.row(1, '90')), 'window', 'C32: registrations may still change');
select is(reg.judge(1, reg.row(1, '90')), 'window', 'and a file says so');
set session authorization sojourn_teach;
select is((select bool_or(open) from teach_api.sheet(sha256('prof.a'), 'teach', reg.code(1), '2031-2', 'en')), false, 'no field is open');
reset session authorization;

-- Entering.
select reg.at('2031-12-01 10:00+09');
select is(reg.enter(1, reg.row(1, '0'), reg.row(2, '100')), 'done, done', 'R17: 0 and 100 are grades');
select is(reg.enter(1, reg.row(5, '100.1'), reg.row(6, '-0.1')), 'invalid range, invalid range', 'R17: what is beyond is none');
select is(reg.enter(1, reg.row(5, '88.25'), reg.row(6, 'A')), 'invalid decimals, invalid number', 'one decimal');
select is(reg.enter(1, reg.row(3, '50'), reg.row(4, '50')), 'ineligible withdrawn, ineligible closed_by_host', 'who left gets none');
select is(reg.enter(1, reg.row(7, '50')), 'gone', 'who is in another section');
select is(reg.enter(1, reg.row(5, '50'), reg.row(5, '51')), 'duplicate, duplicate', 'the same one twice: neither counts');
select is(reg.enter(1, reg.row(1, '20')), 'changed', 'a version that is not the newest');
select is(reg.enter(1, reg.row(1, '20', 1)), 'done', 'the newest');
select is(reg.grade(5, 1), null, 'nothing of what was refused is there');
select is(reg.judge(1, reg.row(1, '20'), reg.row(1, '21'), reg.row(2, '99'), reg.row(3, '50'), reg.row(4, '50'), reg.row(5, ''),
    reg.row(6, 'x'), reg.row(7, '1'), reg.row(6, '80') || '{"name": "somebody else"}'),
    'same, duplicate, change, ineligible, ineligible, blank, invalid, gone, duplicate', 'a file says the same');
select is(reg.judge(1, reg.row(6, '80') || '{"name": "아무개"}'), 'name', 'a name that is not that of the ID');

-- The table itself, whoever writes.
select throws_ok('select reg.give(3, 1, 50)', '23000', null, 'no grade for who withdrew');
select throws_ok($$ insert into sojourn.grade (person_id, section_id, term_id, percent, entered_at, entered_by)
    select reg.person(5), reg.id(1), (select min(id) from sojourn.term where id > 0), 5, now(), (reg.actor()).account_id $$, '23000', null, 'no grade of another term');
select throws_ok($$ update sojourn.grade set percent = 30, version = version + 2 where person_id = reg.person(1) $$, '23000', null, 'no version is left out');
select throws_ok($$ update sojourn.grade set percent = 30 where person_id = reg.person(1) $$, '23000', null, 'nor written over');
select throws_ok($$ update sojourn.grade set section_id = reg.id(3), version = version + 1 where person_id = reg.person(1) $$, '23000', null, 'a grade does not move to another section');
select throws_ok($$ update sojourn.grade set person_id = reg.person(5), version = version + 1 where person_id = reg.person(1) $$, '23000', null, 'nor to another student');
select throws_ok('delete from sojourn.grade where person_id = reg.person(1)', '23000', 'grade of ' || reg.person(1) || ' in ' || reg.id(1) || ' is not deleted', 'nor away');

-- An instructor and the sections of another.
set session authorization sojourn_teach;
select is((select outcome from teach_api.save(sha256('prof.b'), 'teach', 'r1', reg.code(1), '2031-2', jsonb_build_array(reg.row(5, '1')))), 'unknown', 'S11: not yours');
select is_empty($$ select * from teach_api.sheet(sha256('prof.b'), 'teach', reg.code(1), '2031-2', 'en') $$, 'nor to be seen');
select is_empty($$ select * from teach_api.roster(sha256('prof.b'), 'teach', reg.code(1), '2031-2', 'en') $$, 'nor who is in it');
select is_empty($$ select * from teach_api.head(sha256('prof.b'), 'teach', reg.code(1), '2031-2', 'en') $$, 'nor that it is there');
select is((select array_agg(code order by code) from teach_api.index(sha256('prof.b'), 'teach', '2031-2', 'en')), array[reg.code(3), reg.code(4)], 'the list has one''s own');
select is((select outcome from teach_api.save(sha256('prof.a'), 'teach', 'r2', reg.code(1), '2031-2', jsonb_build_array(reg.row(5, '70')))), 'done', 'yours');
select is((select outcome from teach_api.save(sha256('prof.a'), 'teach', 'r2', reg.code(1), '2031-2', jsonb_build_array(reg.row(6, '70')))), 'already', 'F8: a request has one effect');
reset session authorization;
select is(reg.grade(6, 1), null, 'F8: not the second time');

-- A file: what the preview showed, or nothing.
set session authorization sojourn_teach;
select is((select outcome from teach_api.upload_store(sha256('prof.a'), 'teach', 'f1', reg.code(1), '2031-2', 'g.csv', sha256('x'), '{}',
    jsonb_build_array(reg.row(6, '61')))), 'done', 'a file is read');
select is((select outcome from teach_api.upload_decide(sha256('prof.b'), 'teach', 'f2', reg.code(3), '2031-2', reg.upload(1), 'commit', '')), 'gone', 'S11: not by its number in another section');
select is_empty($$ select * from teach_api.upload_head(sha256('prof.b'), 'teach', reg.code(3), '2031-2', reg.upload(1)) $$, 'nor looked at');
select is_empty($$ select * from teach_api.upload_rows(sha256('prof.b'), 'teach', reg.code(3), '2031-2', reg.upload(1)) $$, 'nor its rows');
select seen from teach_api.upload_head(sha256('prof.a'), 'teach', reg.code(1), '2031-2', reg.upload(1)) \gset
reset session authorization;
select is(reg.enter(1, reg.row(6, '65')), 'done', 'meanwhile another grade is given');
set session authorization sojourn_teach;
select is((select outcome from teach_api.upload_decide(sha256('prof.a'), 'teach', 'f3', reg.code(1), '2031-2', reg.upload(1), 'commit', :'seen')), 'changed', 'what the preview showed is not so any more');
select is((select outcome from teach_api.upload_decide(sha256('prof.a'), 'teach', 'f4', reg.code(1), '2031-2', reg.upload(1), 'commit', '')), 'changed', 'nor what was first shown');
select is((select outcome from teach_api.upload_decide(sha256('prof.a'), 'teach', 'f5', reg.code(1), '2031-2', reg.upload(1), 'commit', 'made up')), 'changed', 'nor what never was');
select seen from teach_api.upload_head(sha256('prof.a'), 'teach', reg.code(1), '2031-2', reg.upload(1)) \gset
select is((select outcome from teach_api.upload_decide(sha256('prof.a'), 'teach', 'f6', reg.code(1), '2031-2', reg.upload(1), 'commit', :'seen')), 'done', 'looked at anew');
select is((select outcome from teach_api.upload_decide(sha256('prof.a'), 'teach', 'f7', reg.code(1), '2031-2', reg.upload(1), 'commit', :'seen')), 'already', 'once');
select is((select outcome from teach_api.upload_store(sha256('prof.a'), 'teach', 'f8', reg.code(1), '2031-2', 'h.csv', sha256('y'), '{}',
    jsonb_build_array(reg.row(6, '61')))), 'done', 'a file with nothing new');
select is((select outcome from teach_api.upload_decide(sha256('prof.a'), 'teach', 'f9', reg.code(1), '2031-2', reg.upload(1), 'commit', '')), 'minimum', 'has nothing to save');
select is((select outcome from teach_api.upload_decide(sha256('prof.a'), 'teach', 'f10', reg.code(1), '2031-2', reg.upload(1), 'discard', '')), 'done', 'thrown away');
select is((select outcome from teach_api.upload_decide(sha256('prof.a'), 'teach', 'f11', reg.code(1), '2031-2', reg.upload(1), 'commit', '')), 'gone', 'it is away');
reset session authorization;
select is(reg.grade(6, 1), '61', 'what was committed is there');

-- The announcement.
select lives_ok('select reg.give(2, 1, null)', 'a grade is taken back');
insert into sojourn.grade (person_id, section_id, term_id, percent, entered_at, entered_by)
select reg.person(p), reg.id(3), reg.term(), 70, sojourn.now(), (reg.actor('prof.b')).account_id from unnest(array[1, 6]) p;
insert into sojourn.grade_value (person_id, section_id, version, percent, at, given_by, way)
select person_id, section_id, version, percent, entered_at, entered_by, 'form' from sojourn.grade where section_id = reg.id(3);
select is((select (a.verdict).outcome from sojourn.grade_appeal_ask(reg.s(1), reg.person(1), reg.term(), reg.code(1), 'x') a), 'gone', 'R14: nothing to ask about before it');
set session authorization sojourn_grades;
select is((select string_agg(grade || why, ',') from grades_api.courses(reg.hash(5), 'student', '2031-2', 'en')), 'hidden', 'R14: hidden, and one''s own alone');
reset session authorization;
set session authorization sojourn_account;
select is_empty($$ select * from account_api.data_grades(reg.hash(5), 'student') $$, 'S25: nor among one''s data');
reset session authorization;

select reg.at('2031-12-30 10:00+09');
select is(reg.enter(1, reg.row(1, '99', 2)), 'closed', 'R14: announced');
select is(reg.judge(1, reg.row(1, '99')), 'closed', 'R14: and a file says so');
select throws_ok('select reg.give(1, 1, 99)', '23000', null, 'R14: the table too');
select lives_ok('select reg.give(2, 1, 45)', 'what was taken back before it may be given');
set session authorization sojourn_teach;
select is((select array_agg(login order by login) from teach_api.sheet(sha256('prof.b'), 'teach', reg.code(3), '2031-2', 'en') where open), array[reg.tid(7)], 'only what is missing has a field');
reset session authorization;

-- Corrections.
create function reg.asked(p_n integer, p_s integer) returns text language sql as $$
	select (a.verdict).outcome from sojourn.grade_appeal_ask(reg.s(p_n), reg.person(p_n), reg.term(), reg.code(p_s), 'why') a $$;
create function reg.appeal(p_n integer, p_s integer) returns bigint language sql stable security definer as $$
	select max(id) from sojourn.grade_appeal where person_id = reg.person(p_n) and section_id = reg.id(p_s) $$;
create function reg.decide(p_appeal bigint, p_decision text, p_grade text, p_why text, p_by text default 'instructor') returns text language sql as $$
	select trim(d.outcome || ' ' || coalesce(d.detail ->> 'field', '') || ' ' || coalesce(d.detail ->> 'why', ''))
	  from sojourn.grade_appeal_decide(reg.actor(), p_appeal, p_by, p_decision, p_grade, p_why) d $$;
select is(reg.asked(7, 3), 'ineligible', 'a grade that is missing');
select is(reg.asked(2, 3), 'gone', 'a course of somebody else');
select is(reg.asked(1, 1), 'pending', 'R15: one''s own');
select is(reg.asked(1, 1), 'duplicate', 'R15: one at a time');
select is(reg.asked(1, 3), 'pending', 'R15: of each course');
select throws_ok('select reg.give(5, 1, 99)', '23000', null, 'R15: it opens no other student''s grade');
update sojourn.enrolment set state = 'withdrawn' where person_id = reg.person(5) and section_id = reg.id(1);
select is(reg.asked(5, 1), 'ineligible', 'who withdrew, though a grade was given');
select is(sojourn.grade_appeal_back(reg.s(2), reg.appeal(1, 1)), '', 'nobody else takes it back');
set session authorization sojourn_teach;
select is((select outcome from teach_api.appeal_decide(sha256('prof.b'), 'teach', 'd1', reg.appeal(1, 1), 'keep', '', 'x')), 'gone', 'S11: nor decides about it');
select is((select array_agg(id order by id) from teach_api.appeals(sha256('prof.b'), 'teach', '', 'en')), array[reg.appeal(1, 3)], 'nor sees it');
select is((select array_agg(appeal order by appeal) from teach_api.appeal_acts(sha256('prof.b'), 'teach')), array[reg.appeal(1, 3)], 'nor what was done');
reset session authorization;
set session authorization sojourn_grades;
select is_empty($$ select * from grades_api.appeals(reg.hash(6), 'student', '2031-2', 'en') $$, 'other students see none');
select is_empty($$ select * from grades_api.appeal_acts(reg.hash(6), 'student', '2031-2') $$, 'nor what was done');
reset session authorization;
set session authorization sojourn_account;
select is_empty($$ select * from account_api.data_appeals(reg.hash(6), 'student') $$, 'S25: it is not among their data');
select is((select count(*)::integer from account_api.data_appeals(reg.hash(1), 'student')), 2, 'S25: but among one''s own');
reset session authorization;
select is(reg.decide(reg.appeal(1, 1), 'change', '120', 'x'), 'invalid grade range', 'a grade that is none');
select is(reg.decide(reg.appeal(1, 1), 'change', '', 'x'), 'invalid grade empty', 'nor an empty one');
select is(reg.decide(reg.appeal(1, 1), 'change', '20', 'x'), 'invalid grade same', 'nor the same');
select is(reg.decide(reg.appeal(1, 1), 'keep', '', ' '), 'invalid reason', 'nothing without a reason');
set session authorization sojourn_teach;
select is((select outcome from teach_api.appeal_decide(sha256('prof.a'), 'teach', 'd2', reg.appeal(1, 1), 'change', '25', 'counted anew')), 'done', 'decided');
select is((select outcome from teach_api.appeal_decide(sha256('prof.a'), 'teach', 'd2', reg.appeal(1, 1), 'keep', '', 'x')), 'already', 'F8: the same request');
reset session authorization;
select is(reg.decide(reg.appeal(1, 1), 'keep', '', 'x'), 'changed', 'it stays decided');
select is(sojourn.grade_appeal_back(reg.s(1), reg.appeal(1, 1)), 'changed', 'and is not taken back any more');
select is((select state from sojourn.grade_appeal where id = reg.appeal(1, 1)), 'changed', 'indeed');
select throws_ok($$ update sojourn.grade_appeal set reason = 'other' where id = reg.appeal(1, 3) $$, '23000', null, 'what was asked is not rewritten');
select throws_ok($$ update sojourn.grade_appeal set answer = 'other' where id = reg.appeal(1, 1) $$, '23000', null, 'nor what was answered');

-- More time, and the end of it.
create function reg.extend(p_until timestamptz, p_why text) returns text language sql as $$
	select trim(d.outcome || ' ' || coalesce(d.detail ->> 'field', '')) from sojourn.grade_appeal_extend(reg.actor('academic'), reg.appeal(1, 3), p_until, p_why) d $$;
select is(reg.extend('2032-01-09 17:00+09', 'ill'), 'invalid until', 'not before the due date');
select is(reg.extend('2032-01-20 18:00+09', ''), 'invalid reason', 'not without a reason');
select reg.at('2032-01-12 10:00+09');
select is(reg.decide(reg.appeal(1, 3), 'keep', '', 'x'), 'late', 'C32: the instructor''s time is over');
select is(reg.extend('2032-01-11 18:00+09', 'ill'), 'invalid until', 'not into the past');
select is(reg.extend('2032-01-20 18:00+09', 'ill'), 'done', 'more time');
select is(reg.decide(reg.appeal(1, 3), 'change', '72', 'x'), 'done', 'and it is used');
select is(reg.extend('2032-01-30 18:00+09', 'ill'), 'changed', 'decided is decided');
select is(reg.asked(6, 1), 'window', 'R15: the window is over');
insert into sojourn.grade (person_id, section_id, term_id, percent, entered_at, entered_by)
values (reg.person(7), reg.id(3), reg.term(), 55, sojourn.now(), (reg.actor('prof.b')).account_id);
insert into sojourn.grade_value (person_id, section_id, version, percent, at, given_by, way, late)
values (reg.person(7), reg.id(3), 1, 55, sojourn.now(), (reg.actor('prof.b')).account_id, 'form', true);
select is(reg.asked(6, 3), 'window', 'a late grade of another opens nothing');
select reg.at('2032-03-01 10:00+09');
select is(reg.asked(7, 3), 'window', 'nor for ever');
select reg.at('2032-01-14 10:00+09');
select is(reg.asked(7, 3), 'pending', 'for some days it does');
select is(reg.asked(1, 3), 'window', 'R15: a grade that was corrected opens nothing anew');
select is((select percent from sojourn.grades_of(reg.person(5), null) where section_id = reg.id(1)), null, 'no document has a grade of who withdrew');
update sojourn.application set recommendation_reason = 'not for others' where person_id = reg.person(1);
set session authorization sojourn_grades;
select is((select string_agg(distinct refused_why, ',') from grades_api.courses(reg.hash(1), 'student', '2031-2', 'en')), '', 'R46: no reason is told where nothing was refused');
reset session authorization;

-- Lists.
insert into sojourn.university (code, name_ko, name_en, name_ja) values ('TREH', '다른대학교', 'Other', '他大学');
create function reg.list(p_kind text default 'grades') returns bigint language sql stable security definer as $$
	select max(id) from sojourn.final_list where university_id = reg.u() and kind = p_kind $$;
create function reg.other() returns integer language sql stable security definer as $$ select id from sojourn.university where code = 'TREH' $$;
select sojourn.lists_make(reg.term(), 'grades', true), sojourn.lists_make(reg.term(), 'final', true);
select is((select grade || ' ' || why from sojourn.final_list_row where list_id = reg.list() and person_id = reg.person(5)), ' withdrawn', 'R186: no grade of who withdrew');
select is((select spread from sojourn.final_list where id = reg.list()), '[]', 'R186: nothing is told of sections with few grades');
select is((sojourn.list_acknowledge(reg.actor('cnu'), reg.other(), reg.list(), null)).outcome, 'gone', 'S11: another university acknowledges nothing');
select is_empty($$ select * from sojourn.list_head(reg.other(), null, reg.list(), '', 'en') $$, 'S11: nor sees it');
select is_empty($$ select * from sojourn.list_rows(reg.actor('cnu'), reg.other(), null, reg.list(), '', 1, '', 'en') $$, 'S11: nor its rows');
select is_empty($$ select * from sojourn.list_file(reg.actor('cnu'), reg.other(), reg.list()) $$, 'S11: nor its file');
select is_empty($$ select * from sojourn.list_file(reg.actor('cnu'), reg.u(), reg.list('registrations')) $$, 'a list of registrations is not signed');
select is_empty($$ select * from sojourn.list_rows(reg.actor('cnu'), reg.u(), null, reg.list(), '', 0, '', 'en') $$, 'nor is a list of grades written unsigned');
select results_eq($$ select state, file, credential from sojourn.list_file(reg.actor('cnu'), reg.u(), reg.list()) $$,
    $$ values ('asked', null::text, null::text) $$, 'S20: nothing is given out before it is signed');
select is_empty($$ select * from sojourn.audit where act = 'download' and object_id = reg.list() $$, 'S25: nor noted as taken');
select sojourn.lists_make(reg.term(), 'final', true);
select is((sojourn.list_acknowledge(reg.actor('cnu'), reg.u(), reg.list(), null)).outcome, 'done', 'R186: a newer list of registrations leaves it the newest');
select is((sojourn.list_acknowledge(reg.actor('cnu'), reg.u(), reg.list(), null)).outcome, 'already', 'once');
create temporary table old as select reg.list() as id;
select sojourn.lists_make(reg.term(), 'grades', true);
update sojourn.final_list set acknowledged_at = null, acknowledged_by = null where id = (select id from old);
select is((sojourn.list_acknowledge(reg.actor('cnu'), reg.u(), (select id from old), null)).outcome, 'changed', 'only the newest');
select is((select d.state || ' ' || d.failed_why from sojourn.final_list l join sojourn.document d using (serial) where l.id = (select id from old)), 'failed overtaken', 'R186: only the newest is signed');
select is(sojourn.list_basis(reg.u() || '/2031-2') ->> 'version', '2', 'and the one before does not hold any more');

-- R186: five grades in a section are told, of the universities' own sections.
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
select reg.person(n), reg.id(3), reg.term(), 3, '2031-08-18 09:00+09' from unnest(array[2, 8]) n;
select reg.give(n, 3, 60 + n) from unnest(array[2, 8]) n;
select is((select string_agg(x ->> 'section', ',') from jsonb_array_elements(sojourn.list_spread(reg.term(), reg.u())) x), reg.code(3), 'R186: of five it is told');
select is(sojourn.list_spread(reg.term(), reg.other()), '[]', 'S11: not to who has nobody there');

-- R14: announced by the window of all, not one that was replaced or is one university's.
select reg.at('2032-01-14 10:00+09');
insert into sojourn.term (code, classes) values ('2032-1', '[2032-03-01,2032-06-22)');
create function reg.next() returns integer language sql stable as $$ select id from sojourn.term where code = '2032-1' $$;
insert into sojourn.time_window (term_id, kind, opens_at, closes_at, university_id, replaced_at)
values (reg.next(), 'GRADE_VIEW', '2032-01-01 00:00+09', '2032-01-05 00:00+09', reg.u(), null),
    (reg.next(), 'GRADE_VIEW', '2032-01-01 00:00+09', '2032-01-05 00:00+09', null, '2032-01-02 00:00+09'),
    (reg.next(), 'GRADE_VIEW', '2032-07-01 00:00+09', '2032-07-05 00:00+09', null, null);
select is(sojourn.grades_announced(reg.next()), null, 'R14: not before the window that holds');
select * from finish();
rollback;
