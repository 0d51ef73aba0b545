begin;
\ir desk.psql
select plan(26);

insert into sojourn.time_window (term_id, kind, opens_at, closes_at) values
    (desk.term(), 'APPLY', '2020-01-01 09:00+09', '2030-02-01 18:00+09'),
    (desk.term(), 'WITHDRAW', '2020-03-08 09:00+09', '2030-03-30 18:00+09');

-- The register.
:as
:act official_save(desk.s('desk.one'), 'staff.onbehalf', 'request-off-1', 'DSKA', '2031-1', 'out', 'final-list', 'UST-1', '2025-01-02', null, null, null);
:act official_save(desk.s('desk.one'), 'staff.onbehalf', 'request-off-2', 'DSKA', '2031-1', 'out', 'final-list', 'UST-1', '2025-01-02', null, null, null);
:act official_save(desk.s('desk.one'), 'staff.onbehalf', 'request-off-3', 'DSKA', '', 'in', 'other', 'GA-9', '2025-01-02', 'letter.pdf', 'application/pdf', '\x255044462d');
:act official_save(desk.s('desk.one'), 'staff.onbehalf', 'request-off-4', 'NONE', '', 'in', 'other', 'GA-10', '2025-01-02', null, null, null);
:act official_save(desk.s('desk.one'), 'staff.onbehalf', 'request-off-5', 'DSKA', '', 'in', 'other', 'GA-11', '2090-01-02', null, null, null);
:back
select is(desk.outcomes(), 'done duplicate done invalid invalid', 'letters in and out');
select id as letter from sojourn.official_letter where letter_no = 'GA-9' \gset
:as
insert into desk.got (section, outcome) select letter_no, direction || file_name from staff_api.official(desk.s('desk.one'), 'staff.onbehalf', 'DSKA', '', '', 1, 'en');
:back
select is((select string_agg(section || outcome, ' ' order by n) from desk.got), 'GA-9inletter.pdf UST-1out', 'the register, newest first');
:as
insert into desk.got (section, outcome) select name, content from staff_api.official_file(desk.s('desk.one'), 'staff.onbehalf', :letter);
insert into desk.got (section, outcome) select name, content from staff_api.official_file(desk.s('desk.look'), 'staff.onbehalf', :letter);
:back
select is((select string_agg(section || outcome, ' ') from desk.got), 'letter.pdfJVBERi0=', 'the file, for those who may');
select is((select count(*)::integer from sojourn.audit where act = 'letter-file'), 1, 'S25: taking it is recorded');

-- The letter of a list.
insert into sojourn.partner_list (university_id, term_id, uploaded_by, file_name, file_sha256, state, committed_at)
values (desk.u('DSKA'), desk.term(), :two, 'list.xlsx', sha256('x'), 'committed', now()) returning id as list \gset
select desk.app('DSKA', 'L1') as l1, desk.app('DSKA', 'L2') as l2 \gset
update sojourn.application set list_id = :list where id in (:l1, :l2);
:as
insert into desk.got (section, outcome) select file_name, students::text from staff_api.onbehalf(desk.s('desk.one'), 'staff.onbehalf', 'en') where id = :list;
:back
select is((select section || outcome from desk.got), 'list.xlsx2', 'lists without their letter');
:as
:act onbehalf_letter(desk.s('desk.one'), 'staff.onbehalf', 'request-obl-1', :list, '', '2025-01-02', null, null, null, null);
:act onbehalf_letter(desk.s('desk.one'), 'staff.onbehalf', 'request-obl-1', :list, 'GA-1', null, null, null, null, null);
:act onbehalf_letter(desk.s('desk.one'), 'staff.onbehalf', 'request-obl-1', :list, 'GA-1', '2025-01-02', '2090-01-01 00:00+09', null, null, null);
:act onbehalf_letter(desk.s('desk.one'), 'staff.onbehalf', 'request-obl-1', 999999999, 'GA-1', '2025-01-02', null, null, null, null);
:act onbehalf_letter(desk.s('desk.look'), 'staff.onbehalf', 'request-obl-1', :list, 'GA-1', '2025-01-02', null, null, null, null);
:back
select is((select string_agg(outcome || coalesce(' ' || (detail ->> 'field'), ''), ', ' order by n) from desk.got),
    'invalid letter_no, invalid letter_date, invalid received_at, gone', 'what is missing is named');
:as
:act onbehalf_letter(desk.s('desk.one'), 'staff.onbehalf', 'request-obl-1', :list, 'GA-1', '2025-01-02', null, 'l.pdf', 'application/pdf', '\x255044462d');
:act onbehalf_letter(desk.s('desk.one'), 'staff.onbehalf', 'request-obl-2', :list, 'GA-2', '2025-01-02', null, null, null, null);
:back
select is(desk.outcomes(), 'done already', 'R6: recorded once, and a refused request id is free again');
select is((select string_agg(distinct recommendation, ' ') from sojourn.application where id in (:l1, :l2)), 'recommended',
    'R3: the list with its letter is the recommendation');

-- A recommendation on paper.
select desk.app('DSKB', 'P1') as p1, desk.app('DSKB', 'P2') as p2, desk.app('DSKA', 'P3') as p3 \gset
:as
insert into desk.got (section, outcome) select student_no, chosen::text from staff_api.onbehalf_waiting(desk.s('desk.one'), 'staff.onbehalf', 'DSKB', '2031-1', array[:p2]::bigint[]);
:back
select is((select string_agg(section || outcome, ' ' order by n) from desk.got), 'P1false P2true', 'whom a letter may name');
:as
:act onbehalf_recommend(desk.s('desk.one'), 'staff.onbehalf', 'request-obr-1', 'DSKB', '2031-1', '{}', 'recommend', '', 'NA-1', '2025-01-02', null, null, null);
:act onbehalf_recommend(desk.s('desk.one'), 'staff.onbehalf', 'request-obr-1', 'DSKB', '2031-1', array[:p1]::bigint[], 'refuse', '', 'NA-1', '2025-01-02', null, null, null);
:act onbehalf_recommend(desk.s('desk.one'), 'staff.onbehalf', 'request-obr-1', '', '2031-1', array[:p1]::bigint[], 'recommend', '', 'NA-1', '2025-01-02', null, null, null);
:act onbehalf_recommend(desk.s('desk.one'), 'staff.onbehalf', 'request-obr-1', 'DSKB', '2031-1', array[:p3]::bigint[], 'recommend', '', 'NA-1', '2025-01-02', null, null, null);
:back
select is(desk.outcomes(), 'invalid invalid invalid gone', 'S11: a letter recommends the students of its university only');
select is((select recommendation from sojourn.application where id = :p3), 'none', 'and nobody else');
:as
:act onbehalf_recommend(desk.s('desk.one'), 'staff.onbehalf', 'request-obr-2', 'DSKB', '2031-1', array[:p1, :p3]::bigint[], 'recommend', '', 'NA-1', '2025-01-02', null, null, null);
:act onbehalf_recommend(desk.s('desk.one'), 'staff.onbehalf', 'request-obr-3', 'DSKB', '2031-1', array[:p2]::bigint[], 'refuse', 'grades', 'NA-1', '2025-01-02', null, null, null);
:back
select is(desk.outcomes(), 'done gone done', 'R3: recommended and refused by one letter');
select is((select string_agg(recommendation, ' ' order by id) from sojourn.application where id in (:p1, :p2)), 'recommended refused', 'as it says');
select is((select count(*)::integer from sojourn.official_letter where letter_no = 'NA-1'), 1, 'the letter is one');
select is((select count(*)::integer from sojourn.audit where act = 'onbehalf-recommend' and outcome = 'done' and account_id = :one), 2,
    'R37: the colleague who did it is in the audit');

-- Withdrawals.
insert into sojourn.school (code, name_ko, name_en, name_ja) values ('DSKS', '스쿨', 'School', 'スクール') returning id as school \gset
insert into sojourn.major (school_id, code, name_ko, name_en, name_ja) values (:school, 'DSKM', '전공', 'Major', '専攻') returning id as major \gset
insert into sojourn.course (code, major_id, title_ko, title_en) values ('ZZZ9001', :major, '시험', 'Test') returning id as course \gset
insert into sojourn.section (term_id, course_id, class_no, code) values (desk.term(), :course, '01', 'ZZZ9001-01') returning id as sec \gset
insert into sojourn.section_seat (section_id, capacity, taken) values (:sec, 30, 2);
insert into sojourn.person (name_native, birth_date) values ('가', '2001-01-01') returning id as x1 \gset
insert into sojourn.person (name_native, birth_date) values ('나', '2001-01-01') returning id as x2 \gset
insert into sojourn.enrolment (person_id, section_id, term_id, credits, state, enrolled_at) values
    (:x1, :sec, desk.term(), 3, 'withdraw_requested', now()), (:x2, :sec, desk.term(), 3, 'withdraw_home_confirmed', now());
insert into sojourn.withdrawal (person_id, section_id, term_id, university_id, requested_at) values (:x1, :sec, desk.term(), desk.u('DSKA'), now()) returning id as w1 \gset
insert into sojourn.withdrawal (person_id, section_id, term_id, university_id, requested_at, state) values (:x2, :sec, desk.term(), desk.u('DSKB'), now(), 'confirmed-late') returning id as w2 \gset
:as
insert into desk.got (section, outcome) select name, state || late from staff_api.withdrawals(desk.s('desk.one'), 'staff.withdrawals', '2031-1', '', '', 'en', '{}');
:back
select is((select string_agg(section || outcome, ' ' order by n) from desk.got), '나confirmed-latetrue 가requestedfalse', 'R12: late ones first');
:as
:act onbehalf_withdrawal(desk.s('desk.one'), 'staff.onbehalf', 'request-obw-1', 'DSKA', '2031-1', array[:w1]::bigint[], 'confirm', '', '', '2025-01-02', null, null, null);
:act onbehalf_withdrawal(desk.s('desk.one'), 'staff.onbehalf', 'request-obw-1', 'DSKB', '2031-1', array[:w1]::bigint[], 'confirm', '', 'NA-2', '2025-01-02', null, null, null);
:act onbehalf_withdrawal(desk.s('desk.one'), 'staff.onbehalf', 'request-obw-1', 'DSKA', '2031-1', array[:w1]::bigint[], 'confirm', '', 'GA-3', '2025-01-02', null, null, null);
:act onbehalf_withdrawal(desk.s('desk.one'), 'staff.onbehalf', 'request-obw-1', 'DSKA', '2031-1', array[:w1]::bigint[], 'confirm', '', 'GA-3', '2025-01-02', null, null, null);
:back
select is(desk.outcomes(), 'invalid gone done already', 'R12: confirmed by the letter of its own university');
select is((select state from sojourn.enrolment where person_id = :x1), 'withdrawn', 'withdrawn');
select is((select letter_no from sojourn.withdrawal w join sojourn.official_letter o on o.id = w.letter_id where w.id = :w1), 'GA-3', 'with its letter');
:as
:act withdrawal_decide(desk.s('desk.one'), 'staff.withdrawals', 'request-wdd-1', array[:w2]::bigint[], 'accept', '');
:act withdrawal_decide(desk.s('desk.one'), 'staff.withdrawals', 'request-wdd-1', array[:w2, :w1, 999999999]::bigint[], 'accept', 'post was slow');
:act withdrawal_decide(desk.s('desk.look'), 'staff.withdrawals', 'request-wdd-2', array[:w2]::bigint[], 'reject', 'x');
:back
select is(desk.outcomes(), 'invalid done changed gone', 'C29: a grace is a decision with its reason');
select is((select state || decision_reason from sojourn.withdrawal where id = :w2), 'withdrawnpost was slow', 'and counts');
select is((select taken::integer from sojourn.section_seat where section_id = :sec), 0, 'both seats are free');
select is((select count(*)::integer from sojourn.audit where act = 'withdrawal-accept' and outcome = 'done'), 1, 'in the audit');
select is((select count(*)::integer from sojourn.outbox where kind = 'withdrawal-decided' and person_id in (:x1, :x2)), 0,
    'nobody without an account is written to');
select is((select count(*)::integer from sojourn.audit w where w.detail::text ~ 'post was slow|grades|GA-|NA-'), 0, 'S12: ids only');
select throws_ok($$ set local role sojourn_staff; select * from sojourn.stored_file $$, '42501', null, 'S9: files are not the program''s');
reset role;

select * from finish();
rollback;
