begin;
\ir desk.psql
select plan(35);

-- Approved people of every kind: new, known (by number), doubtful, refused.
select desk.app('DSKA', 'N1', 'approved', '김새롬', p_recommendation => 'recommended') as n1,
       desk.app('DSKB', 'N2', 'approved', '이새봄', '2000-02-02') as n2,
       desk.app('DSKA', 'N3', 'approved', '박미정', '2000-03-03') as n3,
       desk.app('DSKA', 'R1', 'approved', '최거절', '2000-04-04', p_recommendation => 'refused') as r1,
       desk.app('DSKA', 'S1', 'submitted', '정대기', '2000-05-05') as s1,
       desk.app('DSKB', 'D1', 'approved', '김새롬', p_recommendation => 'recommended') as d1 \gset
insert into sojourn.person (name_native, birth_date, email)
values ('한기존', '1999-09-09', 'old@mail.example') returning id as old \gset
insert into sojourn.student (person_id, university_id, student_no, level)
values (:old, desk.u('DSKA'), 'K1', 'BA');
insert into sojourn.temporary_id (id, person_id, term_id, serial, issued_at)
select 'E192000017', :old, id, 90001, '2019-08-19' from sojourn.term where code = '2031-1';
insert into sojourn.account (login, kind, person_id, name, email, password_hash, password_state)
values ('E192000017', 'student', :old, '한기존', 'old@mail.example', 'hash', 'set');
select desk.app('DSKA', 'K1', 'approved', '한기존', '1999-09-09',
    p_recommendation => 'recommended') as k1 \gset
select sojourn.identify_all(array[:n1, :n2, :n3, :r1, :s1, :k1]) as doubtful,
       sojourn.identify_all(array[:d1]) as one_more \gset

-- The preview.
select is((select string_agg(fate, ' ' order by array_position(
     array[:n1, :n2, :n3, :r1, :d1, :k1]::bigint[], application))
     from sojourn.issue_plan(desk.term())),
    'new new new not-recommended review known', 'the page shows what will happen');
set session authorization sojourn_staff;
insert into desk.got (outcome, section) select fate, n::text
  from staff_api.issue_plan(desk.s('desk.one'), 'staff.issue', '2031-1', 'en');
reset session authorization;
select is((select string_agg(outcome || section, ' ' order by n) from desk.got),
    'new2 new1 known1 review1 not-recommended1', 'numbers by fate and university');

-- Refused as a whole.
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.issue(desk.s('desk.one'), 'staff.issue', 'request-issue-0',
    '2031-1', '2020-01-01 09:00+09', '{}');
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.issue(desk.s('desk.one'), 'staff.issue', 'request-issue-0',
    '2099-1', null, '{}');
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.issue(desk.s('desk.look'), 'staff.issue', 'request-issue-0',
    '2031-1', null, '{}');
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.issue(desk.s('desk.one'), 'staff.issue', 'request-issue-1',
    '2031-1', null, array[:s1, :d1, :r1, 999999999]);
reset session authorization;
select is(desk.outcomes(), 'invalid invalid not-recommended not-recommended not-approved review gone',
    'past, unknown term, no right; a selection nobody of which can be issued');
select is((select count(*)::integer from sojourn.temporary_id where term_id = desk.term()), 1,
    'nothing was issued');

-- Everybody, with the mails released later.
select sojourn.now() + interval '2 days' as release \gset
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.issue(desk.s('desk.one'), 'staff.issue', 'request-issue-2',
    '2031-1', :'release', '{}');
reset session authorization;
select is(desk.outcomes(), 'done not-recommended review', 'R8: issued, and what was skipped is said');
select is((select detail - 'release' - 'run' from desk.got order by n limit 1),
    '{"new": 3, "known": 1, "mails": 5, "issued": 4, "skipped": 2}', 'with its numbers');
select is((select string_agg(desk.state(x), ' ') from unnest(array[:n1, :n2, :n3, :k1, :r1, :d1]) x),
    'issued issued issued issued approved approved', 'states');
select is((select array_agg(t.id order by t.serial) from sojourn.temporary_id t
     where t.term_id = desk.term() and t.serial < 90000),
    array[sojourn.temporary_id('2031-1', 1), sojourn.temporary_id('2031-1', 2),
        sojourn.temporary_id('2031-1', 3)], 'R21: serials follow one another');
select is((select last from sojourn.id_serial where term_id = desk.term()), 3, 'and are counted');
select is((select count(*)::integer from sojourn.temporary_id where person_id = :old), 1,
    'R22: a known person keeps the ID');
select is((select password_hash || password_state from sojourn.account where person_id = :old),
    'hashset', 'R43: and the password');
select is((select email from sojourn.account where person_id = :old), 'old@mail.example',
    'R42: and the address');
select is((select string_agg(g.application_id::text, ' ' order by g.application_id)
     from sojourn.registration_right g where g.term_id = desk.term()),
    concat_ws(' ', :n1, :n2, :k1),
    'R3, R23, R45: the right where recommended, or where that follows registration');
select is((select array_agg(a.login order by a.id) from sojourn.account a
      join sojourn.application p on p.person_id = a.person_id
     where p.id in (:n1, :n2, :n3)),
    array[sojourn.temporary_id('2031-1', 1), sojourn.temporary_id('2031-1', 2),
        sojourn.temporary_id('2031-1', 3)], 'R28: the login is the ID');
select is((select distinct a.password_state from sojourn.account a
      join sojourn.application p on p.person_id = a.person_id
     where p.id in (:n1, :n2, :n3)), 'none', 'R28: by default a link, no password');
select is((select count(*)::integer from sojourn.account_role r join sojourn.account a on a.id = r.account_id
      join sojourn.application p on p.person_id = a.person_id
     where p.id in (:n1, :n2, :n3) and r.role = 'student'), 3, 'students');
select is((select p.email from sojourn.person p join sojourn.application a on a.person_id = p.id
     where a.id = :n1), 'n1@mail.example', 'R24: the address of the form');
select is((select count(*)::integer from sojourn.student where university_id in (desk.u('DSKA'), desk.u('DSKB'))),
    4, 'R22: where they study');
select is((select string_agg(kind || ' ' || to_address, ', ' order by id) from sojourn.outbox
     where application_id in (:n1, :n2, :n3, :k1)),
    'id-issued n1@mail.example, id-issued n2@mail.example, id-issued n3@mail.example, '
    || 'id-issued old@mail.example, application-arrived k1@mail.example',
    'R8, C27, S1: a mail each; the address of the form hears only that something arrived');
select ok((select bool_and(not_before = :'release') from sojourn.outbox
     where application_id in (:n1, :n2, :n3, :k1)), 'C33: released at the time that was set');
select is((select params - 'run' from sojourn.outbox where application_id = :k1 and kind = 'id-issued'),
    '{"id": "E192000017", "term": "2031-1", "known": true, "recommended": true}', 'what the mail may say');
select is((select params ? 'id' from sojourn.outbox where application_id = :k1 and kind = 'application-arrived'),
    false, 'S1: no ID for a mailbox nobody knows');
set session authorization sojourn_staff;
insert into desk.got (section, outcome) select mails || '/' || queued, run
  from staff_api.issue_runs(desk.s('desk.one'), 'staff.issue', '2031-1');
reset session authorization;
select is((select section || outcome from desk.got order by n desc limit 1), '5/5request-issue-2',
    'the progress of the mails');

-- Repeated: the same request, and another one.
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.issue(desk.s('desk.one'), 'staff.issue', 'request-issue-2',
    '2031-1', null, '{}');
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.issue(desk.s('desk.two'), 'staff.issue', 'request-issue-3',
    '2031-1', null, array[:n1]);
reset session authorization;
select is(desk.outcomes(), 'already already already', 'safe to repeat');
select is((select count(*)::integer from sojourn.temporary_id where term_id = desk.term()
     and serial < 90000), 3, 'nothing is doubled');
select is((select count(*)::integer from sojourn.outbox where application_id = :n1), 1,
    'no mail is doubled');

-- The doubtful one, after a person has separated it: a new ID.
update sojourn.identity_case set state = 'separate' where application_id = :d1;
update sojourn.application set identity = 'new' where id = :d1;
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.issue(desk.s('desk.one'), 'staff.issue', 'request-issue-4',
    '2031-1', null, '{}');
reset session authorization;
select is(desk.outcomes(), 'done not-recommended', 'R22: separated, so issued');
select is((select serial from sojourn.temporary_id t join sojourn.application a on a.person_id = t.person_id
     where a.id = :d1), 4, 'the next serial');
select ok((select not_before is null from sojourn.outbox where application_id = :d1),
    'R8: at once when no time is set');

-- The other password policy, and everybody who came unidentified.
update sojourn.rule_value set value = 'birthdate-suffix' where key = 'initial_password';
select desk.app('DSKA', 'N9', 'approved', '나중에', '2002-02-02') as n9,
       desk.app('DSKB', 'N10', 'approved', '나중에', '2002-02-02') as n10 \gset
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.issue(desk.s('desk.one'), 'staff.issue', 'request-issue-5',
    '2031-1', null, array[:n9, :n10]);
reset session authorization;
select is(desk.outcomes(), 'done review', 'R22: twins of one run: the second waits for a person');
select is((select c.password_state from sojourn.account c join sojourn.application a
      on a.person_id = c.person_id where a.id = :n9), 'birthdate', 'R28: the birth date, by the rule');
select ok((select c.birthdate_until between sojourn.now() + interval '6 days' and sojourn.now() + interval '8 days'
     from sojourn.account c join sojourn.application a on a.person_id = c.person_id where a.id = :n9),
    'S3: for seven days');

-- Many.
insert into sojourn.application (term_id, university_id, student_no, door,
    state, name_native, birth_date, level, email, recommendation)
select desk.term(), desk.u('DSKA'), 'Z' || i, 'list', 'approved', '학생' || i,
    '2001-01-01', 'BA', 'z' || i || '@mail.example', 'recommended'
  from generate_series(1, 300) i;
set session authorization sojourn_staff;
select detail ->> 'issued' as issued from staff_api.issue(desk.s('desk.one'), 'staff.issue',
    'request-issue-6', '2031-1', null, '{}') where section = '' \gset
reset session authorization;
select is(:'issued'::text, '300', 'R8: three hundred in one act');
select is((select count(*)::integer from sojourn.audit
     where object_kind = 'application' and outcome = 'done' and detail ->> 'run' = 'request-issue-6'), 300,
    'each is in the audit');
select is((select count(*)::integer from sojourn.results(:one, 'request-issue-6')), 3,
    'the page after tells the whole and what was skipped');

select * from finish();
rollback;
