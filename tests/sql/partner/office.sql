-- Settings, colleagues, letters, work: R4-R7, R19, R33, R45, S11.
begin;
\ir ../admissions.psql
select plan(45);
grant usage on schema adm to sojourn_partner;
select adm.window('APPLY', '-1 day', '2 days');
select adm.window('REGISTER', '5 days', '8 days');
select is(sojourn.term_current('2031-1'), adm.term(), 'the term');
select adm.partner('ga', 'TSTA', 'coordinator') as ga \gset
select adm.partner('ga.dean', 'TSTA', 'recommender') as dean \gset
select adm.partner('na', 'TSTB', 'coordinator') as na \gset

create sequence adm.n;
grant usage on sequence adm.n to sojourn_partner;
create function adm.r() returns text language sql volatile as
$$ select 'request-' || lpad(nextval('adm.n')::text, 4, '0') $$;

-- Settings.
create function adm.save(p_deadline interval default null, p_stage text default 'before_approval',
    p_max integer default null, p_criteria text default 'GPA 3.0', p_login text default 'ga') returns text
language sql volatile as $$
	select concat_ws(' ', outcome, rule, detail ->> 'field') from partner_api.settings_save(adm.s(p_login),
	    'partner.settings', adm.r(), '2031-1', adm.now() + p_deadline, '김담당', 'ga@a.example', '02-1', p_criteria,
	    p_stage, p_max) $$;
create function adm.set(p_column text) returns text language sql stable as $$
	select to_jsonb(s) ->> p_column from partner_api.settings(adm.s('ga'), 'partner.settings', '2031-1') s $$;
set session authorization sojourn_partner;
select is(adm.save(), 'done R7', 'contact, criteria, stage, limit');
select is(adm.save(), 'already R7', 'nothing differs');
select is(adm.save('3 days'), 'invalid R7 deadline', 'R7: never later than the host''s day of receipt');
select is(adm.save('1 day', p_max => 9), 'done R7', 'R7: an earlier one; R19: a limit');
select is(adm.save(p_login => 'ga.dean'), null, 'a recommender has not the right');
reset session authorization;
select is(adm.set('max_credits') || adm.set('criteria'), '9GPA 3.0', 'stored');
select is((sojourn.apply_window(adm.term(), adm.u('TSTA'))).closes_at, sojourn.now() + interval '1 day', 'R7: its students'' deadline');
select is((sojourn.apply_window(adm.term(), adm.u('TSTB'))).closes_at, sojourn.now() + interval '2 days', 'nobody else''s');
select is(adm.save('12 hours', p_max => 9), 'done R7', 'changed');
select is((select count(*)::integer from sojourn.time_window where university_id = adm.u('TSTA')), 2, 'R16: the old one stays in the history');
select is(adm.save(p_max => 9), 'done R7', 'taken away');
select is(adm.set('deadline'), null, 'the host''s deadline alone');
-- Changing the stage brings rights in line (R45).
select adm.app('TSTA', '1', '하나', '2001-01-01', 'issued') as one \gset
select sojourn.identify(:one);
select sojourn.grant_right(:one);
select is(adm.save(p_stage => 'after_registration', p_max => 9), 'done R7', 'another stage');
select is((select max_credits from sojourn.registration_right where application_id = :one), 9, 'R45, R19: registration before recommendation');
select is(adm.save(p_max => 9), 'done R7', 'and back');
select is((select suspended_why from sojourn.registration_right where application_id = :one), 'not-recommended', 'R3: it waits again');

-- Colleagues.
create function adm.act(p_decision text, p_account bigint default null, p_login text default '', p_email text default '',
    p_roles text[] default '{}', p_by text default 'ga') returns text language sql volatile as $$
	select concat_ws(' ', outcome, detail ->> 'field') from partner_api.people_act(adm.s(p_by), 'partner.people', adm.r(),
	    p_decision, p_account, p_login, 'Colleague', p_email, p_roles, 'en') $$;
set session authorization sojourn_partner;
select is(adm.act('invite', p_login => 'ga.two', p_email => 'two@a.example', p_roles => '{recommender}'), 'done', 'invited');
select is(adm.act('invite', p_login => 'ga.two', p_email => 'two@a.example', p_roles => '{recommender}'), 'duplicate login', 'the login is taken');
select is(adm.act('invite', p_login => 'GA', p_email => 'two@a.example', p_roles => '{recommender}'), 'invalid login', 'no login');
select is(adm.act('invite', p_login => 'ga.three', p_email => 'two', p_roles => '{recommender}'), 'invalid email', 'no address');
select is(adm.act('invite', p_login => 'ga.three', p_email => 't@a.example', p_roles => '{admin}'), 'invalid role', 'no role of the host');
reset session authorization;
select results_eq($$ select kind, to_address from sojourn.outbox where account_id = (select id from sojourn.account where login = 'ga.two') $$,
    $$ values ('account-invitation', 'two@a.example') $$, 'a link by mail, no password (S1)');
select is((select university_id from sojourn.account where login = 'ga.two'), adm.u('TSTA'), 'of this university');
select is(adm.act('roles', :dean, p_roles => '{coordinator,recommender}'), 'done', 'another role');
select is((select count(*)::integer from sojourn.account_role where account_id = :dean), 2, 'both');
select is(adm.act('roles', :dean), 'invalid role', 'nobody is without a role');
select is(adm.act('disable', :ga), 'forbidden', 'not oneself');
select is(adm.act('disable', :na), 'gone', 'S11: nobody of another university');
select is(adm.act('disable', 99999999), 'gone', 'S11: unknown alike');
select is(adm.act('disable', :dean), 'done', 'disabled');
select is((select count(*)::integer from sojourn.session where account_id = :dean and ended_at is null), 0, 'sessions end at once');
select is((select count(*)::integer from partner_api.people(adm.s('na'), 'partner.people')), 1, 'S11: each sees its own');

-- The official letter, later (R6).
insert into sojourn.partner_list (university_id, term_id, uploaded_by, file_name, file_sha256, state)
values (adm.u('TSTA'), adm.term(), :ga, 'a.xlsx', sha256('a'), 'committed') returning id as list \gset
select adm.app('TSTA', '2', '두리', '2001-01-02', 'submitted', 'list') as two \gset
update sojourn.application set list_id = :list where id = :two;
create function adm.letter(p_list bigint, p_no text, p_by text default 'ga', p_date date
    default (adm.now() at time zone 'Asia/Seoul')::date) returns text language sql volatile as $$
	select concat_ws(' ', outcome, rule, coalesce(detail ->> 'field', detail ->> 'recommended'))
	  from partner_api.letter_record(adm.s(p_by), 'partner.upload', adm.r(), p_list, p_no, p_date, 'l.pdf', 'application/pdf', '%PDF') $$;
set session authorization sojourn_partner;
select is(adm.letter(:list, 'A-1', 'na'), 'gone R6', 'S11: another university''s list');
select is(adm.letter(:list, 'A-1', p_date => '2099-01-01'), 'invalid R6 letter_date', 'dated in the future');
reset session authorization;
select is((select n from partner_api.index(adm.s('ga'), 'partner', '2031-1') where kind = 'letter'), 1::bigint, 'the desk says what is outstanding');
savepoint late;
update sojourn.time_window set closes_at = sojourn.now() where term_id = adm.term() and kind = 'APPLY' and university_id is null;
select is(adm.letter(:list, 'A-1'), 'late R6', 'R6: what counts is its receipt');
insert into sojourn.exception (kind, university_id, term_id, reason, until, asked_by, agreed_by, agreed_at)
values ('late-letter', adm.u('TSTA'), adm.term(), 'snow', sojourn.now() + interval '1 hour', 1, 2, now());
select is(adm.letter(:list, 'A-1'), 'done R6 1', 'R6: a recorded exception');
rollback to late;
select is(adm.letter(:list, 'A-1'), 'done R6 1', 'recorded; it recommends who is on the list (R3)');
select is(adm.letter(:list, 'A-2'), 'already R6', 'one letter');
select is((select encode(f.content, 'escape') from sojourn.official_letter o join sojourn.stored_file f on f.id = o.file_id
    where o.letter_no = 'A-1'), '%PDF', 'with its file');
select is((select n from partner_api.index(adm.s('ga'), 'partner', '2031-1') where kind = 'letter'), 0::bigint, 'done');

-- Every act of one's students (R33).
insert into sojourn.course (code, major_id, title_ko, title_en)
select 'ZZZ9999', min(id), '가', 'A' from sojourn.major;
insert into sojourn.section (term_id, course_id, class_no, code)
select adm.term(), id, '01', 'ZZZ9999-01' from sojourn.course where code = 'ZZZ9999' returning id as section \gset
insert into sojourn.audit (told_at, person_id, program, act, object_kind, object_id, outcome)
select sojourn.now(), person_id, 'register', 'enrol', 'section', :section, 'done' from sojourn.application where id = :one;
select is((select act || section || name_native from partner_api.feed(adm.s('ga'), 'partner.students', '2031-1', null, 'ko')), 'enrolZZZ9999-01하나', 'R33: registered');
select is((select count(*)::integer from partner_api.feed(adm.s('na'), 'partner.students', '2031-1', null, 'ko')), 0, 'S11: not of another university');
select ok((select bool_and(word <> 'approve') from partner_api.student_story(adm.s('ga'), 'partner.students', :one)), 'R38: no decision before it is published');
select * from finish();
rollback;
