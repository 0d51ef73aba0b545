begin;
\ir desk.psql
select plan(23);

insert into sojourn.time_window (term_id, kind, opens_at, closes_at) values
    (desk.term(), 'APPLY', '2031-01-01 09:00+09', '2031-02-01 18:00+09'),
    (desk.term(), 'CHANGE', '2031-03-01 09:00+09', '2031-03-07 18:00+09'),
    (desk.term(), 'WITHDRAW', '2031-03-08 09:00+09', '2031-03-30 18:00+09');
insert into sojourn.person (name_native, birth_date) values ('학생', '2001-01-01') returning id as p \gset
insert into sojourn.account (login, kind, person_id, name, email)
values ('E312000017', 'student', :p, '학생', 'stu@mail.example');
insert into sojourn.registration_right (person_id, term_id, application_id, university_id,
    min_credits, max_credits, limit_rule)
select :p, desk.term(), desk.app('DSKA', 'W1', 'issued'), desk.u('DSKA'), 1, 12, 'R18';

:as
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-1', '2031-1', 'CHANGE', '',
    '2031-03-01 09:00+09', '2031-03-06 18:00+09', 'strike', false);
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-1', '2031-1', 'CHANGE', '',
    '2031-03-01 09:00+09', '2031-03-05 18:00+09', 'strike', false);
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-2', '2031-1', 'CHANGE', '',
    '2031-03-01 09:00+09', '2031-03-06 18:00+09', 'again', false);
:back
select is(desk.outcomes(), 'done already already', 'R16: changed once; the same request and the same times change nothing');
select is((select count(*)::integer from sojourn.time_window where term_id = desk.term()
     and kind = 'CHANGE' and replaced_at is null and version = 2
     and closes_at = '2031-03-06 18:00+09'), 1, 'R16: the new row is current');
select is((select count(*)::integer from sojourn.time_window o join sojourn.time_window n on n.id = o.replaced_by
     where o.term_id = desk.term() and o.closes_at = '2031-03-07 18:00+09' and n.version = 2), 1,
    'R16: the old one is kept and points to it');
select is((select count(*)::integer from sojourn.outbox where kind = 'window-changed'
     and to_address = 'stu@mail.example'), 1, 'R16: those who may register are told');
select is((select count(*)::integer from sojourn.outbox where kind = 'window-changed'
     and to_address = 'ga@a.example'), 1, 'R16: and the universities');
select is((select params ->> 'old_closes_at' from sojourn.outbox where kind = 'window-changed'
     and to_address = 'stu@mail.example')::timestamptz, '2031-03-07 18:00+09'::timestamptz, 'with the old time');

-- C1: CHANGE and WITHDRAW overlap only when somebody decides so.
:as
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-3', '2031-1', 'WITHDRAW', '',
    '2031-03-01 09:00+09', '2031-03-30 18:00+09', 'as section 5', false);
:back
select is(desk.outcomes(), 'conflict', 'C1: refused without a confirmation');
select is((select detail ->> 'with' from desk.got), 'CHANGE', 'C1: with what');
:as
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-3', '2031-1', 'WITHDRAW', '',
    '2031-03-01 09:00+09', '2031-03-30 18:00+09', 'as section 5', true);
:back
select is(desk.outcomes(), 'done', 'C1: the same form, now confirmed');
select is((select overlap_confirmed from sojourn.time_window where term_id = desk.term()
     and kind = 'WITHDRAW' and replaced_at is null), true, 'C1: the decision is kept');

-- R7: a university's own deadline is never later than the host's.
:as
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-4', '2031-1', 'APPLY', 'DSKA',
    '2031-01-01 09:00+09', '2031-02-02 18:00+09', 'own', false);
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-5', '2031-1', 'APPLY', 'DSKA',
    '2031-01-01 09:00+09', '2031-01-20 18:00+09', 'own', false);
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-6', '2031-1', 'APPLY', '',
    '2031-01-01 09:00+09', '2031-01-19 18:00+09', 'shorter', false);
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-7', '2031-1', 'REGISTER', 'DSKA',
    '2031-01-01 09:00+09', '2031-01-19 18:00+09', 'shorter', false);
:back
select is(desk.outcomes(), 'conflict done conflict invalid', 'R7');
select is((select array_agg(distinct to_address) from sojourn.outbox where kind = 'window-changed'
     and params ->> 'kind' = 'APPLY'), '{ga@a.example}', 'R7: only that university is told');

-- Wrong values.
:as
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-8', '2031-1', 'REGISTER', '',
    '2031-03-05 09:00+09', '2031-03-05 09:00+09', 'x', false);
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-9', '2031-1', 'REGISTER', '',
    '2031-02-05 09:00+09', '2031-02-09 09:00+09', '', false);
:act window_change(desk.s('desk.one'), 'staff.master', 'request-win-10', '2099-1', 'REGISTER', '',
    '2031-02-05 09:00+09', '2031-02-09 09:00+09', 'x', false);
:act window_change(desk.s('desk.look'), 'staff.master', 'request-win-11', '2031-1', 'REGISTER', '',
    '2031-02-05 09:00+09', '2031-02-09 09:00+09', 'x', false);
:back
select is((select string_agg(outcome || ' ' || (detail ->> 'field'), ', ' order by n) from desk.got),
    'invalid closes_at, invalid reason, invalid term', 'the field is named; without the right nothing');
:as
insert into desk.got (section, outcome) select kind, case when replaced then 'old' else 'now' end
  from staff_api.windows(desk.s('desk.one'), 'staff.master', '2031-1', 'en');
:back
select is((select count(*)::integer from desk.got where outcome = 'now'), 4, 'the calendar: current rows');
select is((select count(*)::integer from desk.got where outcome = 'old'), 2, 'and what they replaced');

-- Terms: the final catalogue (R27).
:as
:act term_save(desk.s('desk.one'), 'staff.master', 'request-term-1', '2032-1', '2032-03-02', '2032-06-20',
    'both', 'Notice', '2032-01-01', 'Team', '2032-02-18 09:00+09');
:act term_save(desk.s('desk.one'), 'staff.master', 'request-term-2', '2032-1', '2032-03-02', '2032-06-20',
    'both', 'Notice', '2032-01-01', 'Team', '2032-02-18 09:00+09');
:act term_save(desk.s('desk.one'), 'staff.master', 'request-term-3', '2032-1', '2032-03-02', '2032-06-20',
    'list', 'Notice', '2032-01-01', 'Team', '2032-02-19 09:00+09');
:act term_save(desk.s('desk.one'), 'staff.master', 'request-term-4', '2032-7', '2032-03-02', '2032-06-20',
    'list', '', null, '', null);
:act term_save(desk.s('desk.one'), 'staff.master', 'request-term-5', '2032-1', '2032-03-02', '2032-01-20',
    'list', '', null, '', null);
:back
select is(desk.outcomes(), 'done already done invalid invalid', 'R1, R27: a term is made and changed');
select is((select door || ' ' || classes::text from sojourn.term where code = '2032-1'),
    'list [2032-03-02,2032-06-21)', 'the last day of classes counts');
:as
insert into desk.got (section, outcome) select code, case when current then 'now' else '' end
  from staff_api.terms(desk.s('desk.one'), 'staff.master', '2032-1') where code like '203%';
:back
select is((select string_agg(section || outcome, ' ' order by n) from desk.got), '2032-1now 2031-1', 'terms');
select is((select count(*)::integer from sojourn.audit where act = 'window' and outcome = 'conflict'), 3,
    'refused acts are audited');

-- R38: when results are published.
select ok(sojourn.publish_at('list', 'credit-exchange') = sojourn.now(), 'C31: the list door at once');
select is((sojourn.publish_at('web', 'credit-exchange') at time zone 'Asia/Seoul')::time, '18:00'::time, 'R38: 18:00');
update sojourn.rule_value set value = '00:00' where key = 'publish_at_web';
select ok(sojourn.publish_at('web', 'credit-exchange') > sojourn.now(), 'R38: the next one, when today''s has passed');
select ok(sojourn.decide_due(desk.term(), '2030-11-01 10:00+09') = '2030-11-06 18:00+09',
    'a decision is due after three working days (Friday, so Wednesday)');

select * from finish();
rollback;
