begin;
\ir desk.psql
select plan(22);

insert into sojourn.school (code, name_ko, name_en, name_ja) values ('DSKS', '스쿨', 'School', 'スクール') returning id as school \gset
insert into sojourn.major (school_id, code, name_ko, name_en, name_ja) values (:school, 'DSKM', '전공', 'Major', '専攻') returning id as major \gset
insert into sojourn.course (code, major_id, title_ko, title_en) values ('ZZZ9001', :major, '시험', 'Test') returning id as course \gset
insert into sojourn.section (term_id, course_id, class_no, code) values (desk.term(), :course, '01', 'ZZZ9001-01') returning id as one \gset
insert into sojourn.section (term_id, course_id, class_no, code) values (desk.term(), :course, '02', 'ZZZ9001-02') returning id as two \gset
insert into sojourn.section_seat (section_id, capacity, taken) values (:one, 30, 2), (:two, 10, 0);
insert into sojourn.person (name_native, birth_date) values ('가', '2001-01-01') returning id as p1 \gset
insert into sojourn.person (name_native, birth_date) values ('나', '2001-01-01') returning id as p2 \gset
insert into sojourn.account (login, kind, person_id, name, email) values
    ('E312000017', 'student', :p1, '가', 'ga@mail.example'), ('E312000025', 'student', :p2, '나', 'na@mail.example');
insert into sojourn.enrolment (person_id, section_id, term_id, credits, state, enrolled_at) values
    (:p1, :one, desk.term(), 3, 'enrolled', now()), (:p2, :one, desk.term(), 3, 'withdraw_requested', now());
insert into sojourn.withdrawal (person_id, section_id, term_id, university_id, requested_at)
values (:p2, :one, desk.term(), desk.u('DSKA'), now());

:as
:act section_capacity(desk.s('desk.one'), 'staff.master', 'request-sec-1', '2031-1', 'ZZZ9001-01', 25);
:act section_capacity(desk.s('desk.one'), 'staff.master', 'request-sec-2', '2031-1', 'ZZZ9001-01', 25);
:act section_capacity(desk.s('desk.one'), 'staff.master', 'request-sec-3', '2031-1', 'ZZZ9001-01', 1);
:act section_capacity(desk.s('desk.one'), 'staff.master', 'request-sec-4', '2031-1', 'ZZZ9001-01', 2);
:act section_capacity(desk.s('desk.one'), 'staff.master', 'request-sec-5', '2031-1', 'ZZZ9009-01', 2);
:act section_capacity(desk.s('desk.one'), 'staff.master', 'request-sec-6', '2018-1', 'ZZZ9001-01', 2);
:act section_capacity(desk.s('desk.look'), 'staff.master', 'request-sec-7', '2031-1', 'ZZZ9001-01', 9);
:back
select is(desk.outcomes(), 'done already invalid done gone gone', 'seats: changed, never below those taken');
select is((select detail ->> 'taken' from desk.got where outcome = 'invalid'), '2', 'how many are taken');
select is((select capacity || ' ' || taken || ' ' || version from sojourn.section_seat where section_id = :one), '2 2 3',
    'F11: each change is a version');

-- R32.
:as
:act section_close(desk.s('desk.one'), 'staff.master', 'request-sec-8', '2031-1', 'ZZZ9001-01', '', null);
:act section_close(desk.s('desk.look'), 'staff.master', 'request-sec-9', '2031-1', 'ZZZ9001-01', 'x', null);
:back
select is(desk.outcomes(), 'invalid', 'R32: a reason is needed, and the right');
:as
:act section_close(desk.s('desk.one'), 'staff.master', 'request-sec-8', '2031-1', 'ZZZ9001-01', 'too few', null);
:act section_close(desk.s('desk.one'), 'staff.master', 'request-sec-10', '2031-1', 'ZZZ9001-01', 'too few', null);
:act section_close(desk.s('desk.one'), 'staff.master', 'request-sec-11', '2031-1', 'ZZZ9099-01', 'too few', null);
:back
select is(desk.outcomes(), 'done already gone', 'R32: closed once');
select is((select detail ->> 'people' from desk.got order by n limit 1), '2', 'how many it concerns');
select is((select array_agg(state) from sojourn.enrolment where section_id = :one), '{closed_by_host,closed_by_host}',
    'R32: not a withdrawal');
select is((select taken::integer from sojourn.section_seat where section_id = :one), 0, 'nobody holds a seat');
select is((select state from sojourn.withdrawal where section_id = :one), 'taken-back', 'nothing is left to confirm');
select is((select string_agg(to_address, ' ' order by to_address) from sojourn.outbox where kind = 'section-closed'),
    'ga@mail.example na@mail.example', 'R32: each of them is told');
select is((select count(*)::integer from sojourn.audit where act = 'closed-by-host' and person_id in (:p1, :p2)), 2,
    'R33: a line for each, for the feed of the home university');
select is((select state || ' ' || state_reason from sojourn.section where id = :one), 'closed too few', 'the section says why');

-- The list.
:as
insert into desk.got (section, outcome) select code, state || taken || '/' || capacity
  from staff_api.sections(desk.s('desk.one'), 'staff.master', '2031-1', 'DSKS', 'zzz', '', 1, 'en');
:back
select is((select string_agg(section || ' ' || outcome, ', ' order by n) from desk.got),
    'ZZZ9001-01 closed0/2, ZZZ9001-02 open0/10', 'the list with its seats');
:as
insert into desk.got (section, outcome) select code, name from staff_api.schools(desk.s('desk.one'), 'staff.master', 'en')
 where code in ('DSKS', 'DSKM');
:back
select is((select string_agg(section, ' ' order by n) from desk.got), 'DSKS DSKM', 'schools and majors');

-- Courses.
:as
:act course_save(desk.s('desk.one'), 'staff.master', 'request-crs-1', 'ZZZ9002', 'DSKM', '둘', 'Two', '');
:act course_save(desk.s('desk.one'), 'staff.master', 'request-crs-2', 'ZZZ9002', 'DSKM', '둘', 'Two', '');
:act course_save(desk.s('desk.one'), 'staff.master', 'request-crs-3', 'ZZZ9002', 'NONE', '둘', 'Two', '');
:act course_save(desk.s('desk.one'), 'staff.master', 'request-crs-4', 'zz', 'DSKM', '둘', 'Two', '');
:back
select is(desk.outcomes(), 'done already invalid invalid', 'courses are made and changed');
:as
insert into desk.got (section, outcome) select code, title_en || sections
  from staff_api.courses(desk.s('desk.one'), 'staff.master', '2031-1', 'DSKS', '', 1, 'en');
:back
select is((select string_agg(section || ' ' || outcome, ', ' order by n) from desk.got), 'ZZZ9001 Test2, ZZZ9002 Two0', 'courses');

-- Universities and agreements.
:as
:act university_save(desk.s('desk.one'), 'staff.master', 'request-uni-1', 'DSKD', '{라대학교,University D,D大学}', 'KR',
    'before_approval', 9, 'GPA 3.0', '{Kim,kim@d.example,042}', true);
:act university_save(desk.s('desk.one'), 'staff.master', 'request-uni-2', 'DSKD', '{마대학교,University D,D大学}', 'KR',
    'before_approval', 9, 'GPA 3.0', '{Kim,kim@d.example,042}', true);
:act university_save(desk.s('desk.one'), 'staff.master', 'request-uni-3', 'DSKD', '{마대학교,University D,D大学}', 'KR',
    'before_approval', 9, 'GPA 3.0', '{Kim,kim@d.example,042}', true);
:act university_save(desk.s('desk.one'), 'staff.master', 'request-uni-4', 'd', '{마대학교,University D,D大学}', 'KR',
    'before_approval', 9, '', '{Kim,kim@d.example,042}', true);
:back
select is(desk.outcomes(), 'done done already invalid', 'universities are made and changed');
select is((select name_ko from sojourn.university_name where university_id = desk.u('DSKD')), '라대학교',
    'an old name is kept with its dates');
:as
:act agreement_save(desk.s('desk.one'), 'staff.master', 'request-agr-1', null, 'DSKD', 'credit-exchange', '2030-01-01', '2032-12-31', 12, 40, '');
:act agreement_save(desk.s('desk.one'), 'staff.master', 'request-agr-2', null, 'DSKD', 'credit-exchange', '2032-01-01', null, null, null, '');
:act agreement_save(desk.s('desk.one'), 'staff.master', 'request-agr-3', null, 'NONE', 'credit-exchange', '2032-01-01', null, null, null, '');
:act agreement_save(desk.s('desk.one'), 'staff.master', 'request-agr-4', null, 'DSKD', 'credit-exchange', '2034-01-01', '2033-01-01', null, null, '');
:act agreement_save(desk.s('desk.one'), 'staff.master', 'request-agr-5', 999999, 'DSKD', 'credit-exchange', '2040-01-01', null, null, null, '');
:back
select is(desk.outcomes(), 'done conflict invalid invalid gone', 'R2: agreements never overlap');
select id as agreement from sojourn.agreement where university_id = desk.u('DSKD') \gset
:as
:act agreement_save(desk.s('desk.one'), 'staff.master', 'request-agr-6', :agreement, 'DSKD', 'credit-exchange', '2030-01-01', null, 12, 50, 'renewed');
:back
select is((select valid::text || quota from sojourn.agreement where id = :agreement), '[2030-01-01,)50', 'and are changed');
:as
insert into desk.got (section, outcome) select code, name from staff_api.universities(desk.s('desk.one'), 'staff.master', 'ja') where code = 'DSKD';
insert into desk.got (section, outcome) select university, quota::text from staff_api.agreements(desk.s('desk.one'), 'staff.master', 'ja') where university = 'DSKD';
insert into desk.got (section) select code from staff_api.universities(desk.s('desk.look'), 'staff.master', 'ja');
:back
select is((select string_agg(section || outcome, ' ' order by n) from desk.got), 'DSKDD大学 DSKD50', 'the lists');
select is((select count(*)::integer from desk.got), 2, 'without the right: nothing');

select * from finish();
rollback;
