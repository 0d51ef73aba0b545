begin;
\ir desk.psql
select plan(44);

-- Exceptions take two people.
insert into sojourn.person (name_native, birth_date) values ('늦은', '2001-01-01') returning id as p \gset
insert into sojourn.temporary_id (id, person_id, term_id, serial) values ('E312000017', :p, desk.term(), 1);
:as
:act exception_ask(desk.s('desk.one'), 'staff.exceptions', 'request-exc-1', 'late-list', 'DSKA', '', '2031-1', 'snow', '2031-01-01 09:00+09');
:act exception_ask(desk.s('desk.one'), 'staff.exceptions', 'request-exc-2', 'late-withdrawal', '', 'E312000017', '2031-1', 'ill', '2031-01-01 09:00+09');
:act exception_ask(desk.s('desk.one'), 'staff.exceptions', 'request-exc-3', 'late-list', '', 'E312000017', '2031-1', 'ill', '2031-01-01 09:00+09');
:act exception_ask(desk.s('desk.one'), 'staff.exceptions', 'request-exc-4', 'late-act', 'DSKA', 'E312000099', '2031-1', 'ill', '2031-01-01 09:00+09');
:act exception_ask(desk.s('desk.one'), 'staff.exceptions', 'request-exc-5', 'late-list', 'DSKA', '', '2031-1', '', '2031-01-01 09:00+09');
:act exception_ask(desk.s('desk.one'), 'staff.exceptions', 'request-exc-6', 'late-list', 'DSKA', '', '2031-1', 'x', '2020-01-01 09:00+09');
:back
select is((select string_agg(outcome || coalesce(' ' || (detail ->> 'field'), ''), ', ' order by n) from desk.got),
    'pending, pending, invalid university, invalid login, invalid reason, invalid until', 'asked, or the field is named');
select min(id) as e1, max(id) as e2 from sojourn.exception where term_id = desk.term() \gset
:as
:act exception_decide(desk.s('desk.one'), 'staff.exceptions', 'request-exc-7', :e1, 'agree');
:act exception_decide(desk.s('desk.two'), 'staff.exceptions', 'request-exc-8', :e1, 'agree');
:act exception_decide(desk.s('desk.two'), 'staff.exceptions', 'request-exc-9', :e1, 'agree');
:act exception_decide(desk.s('desk.one'), 'staff.exceptions', 'request-exc-10', :e2, 'end');
:act exception_decide(desk.s('desk.two'), 'staff.exceptions', 'request-exc-11', :e2, 'agree');
:act exception_decide(desk.s('desk.two'), 'staff.exceptions', 'request-exc-12', 999999, 'agree');
:back
select is(desk.outcomes(), 'forbidden done already done gone gone', 'two people; ended ones cannot be agreed to');
update sojourn.exception set ended_at = null, until = sojourn.now() where id = :e2;
:as
:act exception_decide(desk.s('desk.two'), 'staff.exceptions', 'request-exc-13', :e2, 'agree');
:back
select is(desk.outcomes(), 'gone', 'nor those that are over');
update sojourn.exception set ended_at = now(), until = '2031-01-01 09:00+09' where id = :e2;
:as
insert into desk.got (section, outcome) select kind, state from staff_api.exceptions(desk.s('desk.one'), 'staff.exceptions', '2031-1', 'en');
:back
select is((select string_agg(section || ' ' || outcome, ', ' order by n) from desk.got), 'late-list in-force, late-withdrawal ended', 'the list');

-- A late act names its sections; the second person is not the first with another
-- login.
insert into sojourn.section (term_id, course_id, class_no, code, room_seats)
select desk.term(), min(id), '77', 'DSK7777-77', 20 from sojourn.course;
select id as sec from sojourn.section where code = 'DSK7777-77' \gset
insert into sojourn.section_seat (section_id, capacity) values (:sec, 10);
:as
:act exception_ask(desk.s('desk.one'), 'staff.exceptions', 'request-exc-21', 'late-act', '', 'E312000017', '2031-1', 'ill', '2031-01-01 09:00+09');
:act exception_ask(desk.s('desk.one'), 'staff.exceptions', 'request-exc-22', 'late-act', '', 'E312000017', '2031-1', 'ill', '2031-01-01 09:00+09', 'NOPE101-01');
:act exception_ask(desk.s('desk.one'), 'staff.exceptions', 'request-exc-23', 'late-act', '', 'E312000017', '2031-1', 'ill', '2031-01-01 09:00+09', ' dsk7777-77, ', 'XYZ100-01');
:act exception_ask(desk.s('desk.one'), 'staff.exceptions', 'request-exc-24', 'late-act', '', 'E312000017', '2031-1', 'ill', '2031-01-01 09:00+09', ' dsk7777-77, ');
:back
select is((select string_agg(outcome || coalesce(' ' || (detail ->> 'field'), ''), ', ' order by n) from desk.got),
    'invalid take, invalid take, invalid leave, pending', 'sections of this term alone');
select max(id) as e3 from sojourn.exception \gset
update sojourn.account set email = 'One.Human@ust.example' where login = 'desk.one';
update sojourn.account set email = 'one.human@ust.example' where login = 'desk.two';
:as
:act exception_decide(desk.s('desk.two'), 'staff.exceptions', 'request-exc-25', :e3, 'agree');
:back
select is(desk.outcomes(), 'forbidden', 'the same human with a second login');
update sojourn.account set email = 'two@ust.example' where login = 'desk.two';
:as
:act exception_decide(desk.s('desk.two'), 'staff.exceptions', 'request-exc-26', :e3, 'agree');
:back
select is(desk.outcomes(), 'done', 'another human agrees');
select isnt((select since from sojourn.exception_section where exception_id = :e3), null, 'from here on it can be used');
:as
insert into desk.got (section, outcome) select take || leave, state from staff_api.exceptions(desk.s('desk.one'), 'staff.exceptions', '2031-1', 'en') where id = :e3;
:back
select is((select section || ' ' || outcome from desk.got), 'DSK7777-77 in-force', 'it is shown with its section');

-- More seats than the room holds take two people as well.
:as
:act section_capacity(desk.s('desk.one'), 'staff.master', 'request-exc-31', '2031-1', 'DSK7777-77', 20);
:act section_capacity(desk.s('desk.one'), 'staff.master', 'request-exc-32', '2031-1', 'DSK7777-77', 24);
:act section_capacity(desk.s('desk.one'), 'staff.master', 'request-exc-33', '2031-1', 'DSK7777-77', 25);
:back
select is(desk.outcomes(), 'done pending pending', 'up to the room one is enough');
select is((select capacity::integer from sojourn.section_seat where section_id = :sec), 20, 'nothing is given before');
select is((select string_agg(seats || case when ended_at is null then '' else ' ended' end, ', ' order by id) from sojourn.exception where kind = 'capacity'),
    '24 ended, 25', 'the newest wish counts');
select max(id) as e4 from sojourn.exception \gset
:as
:act exception_decide(desk.s('desk.one'), 'staff.exceptions', 'request-exc-34', :e4, 'agree');
:act exception_decide(desk.s('desk.two'), 'staff.exceptions', 'request-exc-35', :e4, 'agree');
:act exception_decide(desk.s('desk.two'), 'staff.exceptions', 'request-exc-36', :e4, 'agree');
:back
select is(desk.outcomes(), 'forbidden done gone', 'agreed by another, once');
select is((select capacity || ' ' || version from sojourn.section_seat where section_id = :sec), '25 3', 'the seats are there, and the version says so');
:as
:act section_capacity(desk.s('desk.one'), 'staff.master', 'request-exc-37', '2031-1', 'DSK7777-77', 22);
:back
select is(desk.outcomes(), 'done', 'fewer than were agreed on are given by one');

-- Notices and holidays.
:as
:act notice_save(desk.s('desk.one'), 'staff.notices', 'request-not-1', 'save', null, '알림', 'Notice', 'お知らせ', null, null);
:act notice_save(desk.s('desk.one'), 'staff.notices', 'request-not-2', 'save', null, '알림', 'Notice', 'お知らせ', '2031-01-02 09:00+09', '2031-01-01 09:00+09');
:act notice_save(desk.s('desk.one'), 'staff.notices', 'request-not-3', 'save', 999999, '알림', 'Notice', 'お知らせ', null, null);
:back
select is(desk.outcomes(), 'done invalid gone', 'notices');
select max(id) as notice from sojourn.notice \gset
:as
:act notice_save(desk.s('desk.one'), 'staff.notices', 'request-not-4', 'save', :notice, '고침', 'Changed', '変更', null, null);
:act notice_save(desk.s('desk.one'), 'staff.notices', 'request-not-5', 'end', :notice, '', '', '', null, null);
:act notice_save(desk.s('desk.one'), 'staff.notices', 'request-not-6', 'end', :notice, '', '', '', null, null);
insert into desk.got (section, outcome) select text_en, state from staff_api.notices(desk.s('desk.one'), 'staff.notices') where id = :notice;
:back
select is(desk.outcomes(), 'done done already over', 'changed, ended, over');
:as
:act holiday_save(desk.s('desk.one'), 'staff.master', 'request-hol-1', 'add', '2031-05-05', 'Children');
:act holiday_save(desk.s('desk.one'), 'staff.master', 'request-hol-2', 'add', '2031-05-05', 'Children');
:act holiday_save(desk.s('desk.one'), 'staff.master', 'request-hol-3', 'add', '2031-05-06', '');
:act holiday_save(desk.s('desk.one'), 'staff.master', 'request-hol-4', 'remove', '2031-05-07', '');
:back
select is(desk.outcomes(), 'done already invalid gone', 'holidays');
select is(sojourn.working_day('2031-05-02', 1), '2031-05-06'::date, 'C32: due dates follow');
:as
:act holiday_save(desk.s('desk.one'), 'staff.master', 'request-hol-5', 'remove', '2031-05-05', '');
insert into desk.got (section) select iso from staff_api.holidays(desk.s('desk.one'), 'staff.master') where day = '2031-05-05';
:back
select is((select count(*)::integer from desk.got), 1, 'removed, and not in the list any more');

-- Mail that did not arrive.
select desk.app('DSKA', 'M1', 'issued') as app \gset
insert into sojourn.account (login, kind, person_id, name, email) values ('E312000017', 'student', :p, '늦은', 'm1@mail.example') returning id as account \gset
insert into sojourn.outbox (kind, lang, to_address, account_id, person_id, application_id, state, tries, last_error)
values ('id-issued', 'ko', 'm1@mail.example', :account, :p, :app, 'failed', 5, '550 no such user') returning id as m1 \gset
insert into sojourn.outbox (kind, lang, to_address, account_id, state) values ('reset', 'ko', 'm1@mail.example', :account, 'failed') returning id as m2 \gset
insert into sojourn.outbox (kind, lang, to_address, account_id, state) values ('window-changed', 'ko', 'm1@mail.example', :account, 'queued') returning id as m3 \gset
:as
insert into desk.got (section, outcome, rule) select id::text, state, last_error from staff_api.mail(desk.s('desk.one'), 'staff.mail', 'failed', 'id-issued', 'm1@', 1, '{}');
:back
select is((select section || outcome || rule from desk.got), :m1 || 'failed550 no such user', 'R24: bounces are shown to staff');
:as
:act mail_again(desk.s('desk.one'), 'staff.mail', 'request-mail-1', array[:m1, :m2]::bigint[], 'new@mail.example');
:act mail_again(desk.s('desk.one'), 'staff.mail', 'request-mail-2', array[:m2]::bigint[], 'new@mail.example');
:act mail_again(desk.s('desk.one'), 'staff.mail', 'request-mail-3', array[:m3, 999999999]::bigint[], '');
:act mail_again(desk.s('desk.one'), 'staff.mail', 'request-mail-4', array[:m1]::bigint[], 'right@mail.example');
:back
select is(desk.outcomes(), 'invalid forbidden already gone done', 'S1: codes and links go to no typed address');
select is((select state || tries || to_address from sojourn.outbox where id = :m1), 'queued0right@mail.example', 'R24: sent again, corrected');
select is((select email from sojourn.application where id = :app), 'right@mail.example', 'the application has the address');
select is((select email from sojourn.account where id = :account), 'right@mail.example', 'and the account that never had a password');
update sojourn.account set password_state = 'set', password_hash = 'x', password_since = now() where id = :account;
update sojourn.outbox set state = 'failed' where id = :m1;
:as
:act mail_again(desk.s('desk.one'), 'staff.mail', 'request-mail-5', array[:m1]::bigint[], 'thief@mail.example');
:act mail_again(desk.s('desk.one'), 'staff.mail', 'request-mail-6', array[:m1]::bigint[], '');
:act mail_again(desk.s('desk.look'), 'staff.mail', 'request-mail-7', array[:m2]::bigint[], '');
:back
select is(desk.outcomes(), 'forbidden done', 'S1: an account with a password keeps its address; sending again is fine');
:as
insert into desk.got (section, outcome) select word, n::text from staff_api.mail_counts(desk.s('desk.one'), 'staff.mail') where word = 'failed';
:back
select ok((select outcome::integer >= 1 from desk.got), 'how many failed');

-- People.
insert into sojourn.account_role (account_id, role) values (:one, 'admin');
:as
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-1', 'add', 'new.staff', 'New', 'new@host.example', 'ko', '', '', '{academic}');
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-2', 'add', 'new.staff', 'New', 'new@host.example', 'ko', '', '', '{academic}');
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-3', 'add', 'new.partner', 'New', 'new@host.example', 'ko', '', 'NONE', '{coordinator}');
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-4', 'add', 'new.partner', 'New', 'new@host.example', 'ko', '', 'DSKA', '{academic}');
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-5', 'add', 'new.partner', 'New', 'new@host.example', 'ko', '', 'DSKA', '{coordinator,recommender}');
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-6', 'disable', 'new.staff', '', '', '', '', '', '{}');
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-7', 'reset', 'new.staff', '', '', '', '', '', '{}');
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-8', 'enable', 'new.staff', '', '', '', '', '', '{}');
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-9', 'role-add', 'new.staff', '', '', '', '', '', '{affairs}');
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-10', 'disable', 'desk.one', '', '', '', '', '', '{}');
:act people_act(desk.s('desk.one'), 'staff.accounts', 'request-ppl-11', 'disable', 'nobody', '', '', '', '', '', '{}');
:act people_act(desk.s('desk.two'), 'staff.accounts', 'request-ppl-12', 'disable', 'new.staff', '', '', '', '', '', '{}');
:back
select is(desk.outcomes(), 'done duplicate invalid invalid done done closed done done forbidden gone', 'colleagues');
select is((select string_agg(r.role, ' ' order by r.role) from sojourn.account_role r join sojourn.account a on a.id = r.account_id
     where a.login = 'new.staff'), 'academic affairs', 'roles');
:as
insert into desk.got (section, outcome) select login, state || ' ' || roles from staff_api.people(desk.s('desk.one'), 'staff.accounts', 'partner', 'DSKA', '', 1, 'en');
:back
select is((select section || ' ' || outcome from desk.got), 'new.partner invited coordinator recommender', 'the list');

-- Corrections of personal data.
insert into sojourn.correction (person_id, field, value, reason) values (:p, 'birth_date', '2001-02-31', 'x') returning id as c1 \gset
insert into sojourn.correction (person_id, field, value, reason) values (:p, 'birth_date', '2001-02-28', 'passport') returning id as c2 \gset
insert into sojourn.correction (person_id, field, value, reason) values (:p, 'name_native', '바른', 'passport') returning id as c3 \gset
:as
:act correction_decide(desk.s('desk.one'), 'staff.corrections', 'request-cor-1', :c1, 'accept', '');
:act correction_decide(desk.s('desk.one'), 'staff.corrections', 'request-cor-2', :c1, 'refuse', '');
:act correction_decide(desk.s('desk.one'), 'staff.corrections', 'request-cor-3', :c1, 'refuse', 'no such day');
:act correction_decide(desk.s('desk.one'), 'staff.corrections', 'request-cor-4', :c2, 'accept', '');
:act correction_decide(desk.s('desk.one'), 'staff.corrections', 'request-cor-5', :c2, 'accept', '');
:act correction_decide(desk.s('desk.one'), 'staff.corrections', 'request-cor-6', :c3, 'accept', '');
:act correction_decide(desk.s('desk.one'), 'staff.corrections', 'request-cor-7', 999999, 'accept', '');
:back
select is(desk.outcomes(), 'invalid invalid done done already done gone', 'corrections');
select is((select name_native || birth_date from sojourn.person where id = :p), '바른2001-02-28', 'are written when accepted');
select is((select name from sojourn.account where id = :account), '바른', 'the account has the name too');
select is((select count(*)::integer from sojourn.outbox where kind = 'correction-decided' and account_id = :account), 3, 'the person is told');
:as
insert into desk.got (section, outcome) select field, now_value from staff_api.corrections(desk.s('desk.one'), 'staff.corrections') where id = :c2;
:back
select is((select section || outcome from desk.got), 'birth_date2001-02-28', 'the list shows what is stored now');

insert into sojourn.student (person_id, university_id, student_no, level) values (:p, desk.u('DSKA'), 'OLD-1', 'BA');
insert into sojourn.person (name_native, birth_date) values ('남', '2001-01-01') returning id as p2 \gset
insert into sojourn.student (person_id, university_id, student_no, level) values (:p2, desk.u('DSKA'), 'OWN-2', 'BA');
insert into sojourn.correction (person_id, field, value, reason) values (:p, 'student_no', 'OWN-2', 'x') returning id as c4 \gset
insert into sojourn.correction (person_id, field, value, reason) values (:p, 'student_no', 'NEW-1', 'x') returning id as c5 \gset
:as
:act correction_decide(desk.s('desk.one'), 'staff.corrections', 'request-cor-8', :c4, 'accept', '');
:act correction_decide(desk.s('desk.one'), 'staff.corrections', 'request-cor-9', :c5, 'accept', '');
:back
select is(desk.outcomes(), 'invalid done', 'a number that is somebody else''s is not taken');
select is((select student_no from sojourn.student where person_id = :p), 'NEW-1', 'R22: numbers change');

-- The audit: reading is recorded.
:as
insert into desk.got (section, outcome) select act, login from staff_api.audit(desk.s('desk.look'), 'staff.audit',
    null, null, 'desk.one', '', '', '', 'people-add', 'done', '', null, '', null, 100, '');
:back
select is((select count(*)::integer from desk.got), 2, 'the search');
select is((select detail ->> 'act' from sojourn.audit where act = 'audit-read' and account_id = :look), 'people-add',
    'S25: reading it is recorded');
:as
insert into desk.got (section) select act from staff_api.audit(desk.s('desk.look'), 'staff.audit',
    '2020-01-01', '2020-01-02', '', '', '', '', '', '', '', null, '', null, 100, 'inspection');
insert into desk.got (section) select act from staff_api.audit(desk.s('desk.one'), 'staff.applications',
    null, null, '', '', '', '', '', '', '', null, '', null, 5, '');
insert into desk.got (section) select act from staff_api.audit(desk.s('nobody'), 'staff.audit',
    null, null, '', '', '', '', '', '', '', null, '', null, 5, '');
:back
select is((select detail ->> 'reason' from sojourn.audit where act = 'audit-file'), 'inspection', 'S25: a file takes a reason');
select is((select count(*)::integer from desk.got where section is distinct from 'x'), 5, 'a day without acts is empty');
select is((select count(*)::integer from sojourn.audit w where w.detail::text ~ '늦은|바른|mail.example|passport|snow'), 0,
    'S12: no names, addresses or words');
select throws_ok($$ set local role sojourn_staff; select sojourn.mail_address(1, 'x@y.example') $$, '42501', null,
    'S9: inner functions are not the program''s');
reset role;
select throws_ok($$ set local role sojourn_staff; update sojourn.section_seat set capacity = 1 $$, '42501', null, 'S9: nor are tables');
reset role;

select * from finish();
rollback;
