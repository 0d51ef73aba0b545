begin;
\ir desk.psql
select plan(29);

select desk.app('DSKA', 'A1') as a1, desk.app('DSKA', 'A2') as a2,
       desk.app('DSKA', 'A3', 'issued') as a3,
       desk.app('DSKA', 'A4', 'unconfirmed') as a4,
       desk.app('DSKA', 'A5', p_by => :one) as a5,
       desk.app('DSKA', 'A6', p_recommendation => 'refused') as a6,
       desk.app('DSKC', 'C1') as c1,
       desk.app('DSKB', 'B1', p_door => 'web') as b1 \gset
select array[:a1, :a3, :a4, :a5, :a6, :c1, 999999999]::bigint[] as many \gset

-- As the program: one decision over many, a result for each.
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.one'),
    'staff.decide', 'request-decide-1', 'approve', '', :'many', null);
reset session authorization;
select is(desk.outcomes(), 'done closed unconfirmed forbidden not-recommended ineligible gone',
    'R37: a result for each, in the order asked');
select is((select array_agg(rule order by n) from desk.got),
    '{R37,R8,R36,R37,R3,R2,R37}', 'each names its rule');
select is(desk.state(:a1), 'approved', 'R37: approved');
select is(desk.state(:a5), 'submitted', 'R37: nobody approves what he entered himself');
select is(desk.state(:a3), 'issued', 'R8: an issued application is decided no more');
select is((select count(*)::integer from sojourn.outbox where application_id = :a1), 0,
    'R8: the list door hears of an approval with the ID');
select is((select count(*)::integer from sojourn.audit
     where request_id = 'request-decide-1' and act = 'approve'), 7,
    'done and refused acts are audited alike');

-- The same request again.
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.one'),
    'staff.decide', 'request-decide-1', 'reject', 'no', :'many', null);
reset session authorization;
select is(desk.outcomes(), 'already', 'F8: the same request has one effect');
select is(desk.state(:a1), 'approved', 'F8: nothing changed');

-- Deciding again undoes until issued; reasons are needed.
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.one'),
    'staff.decide', 'request-decide-2', 'hold', '', array[:a1]::bigint[], null);
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.one'),
    'staff.decide', 'request-decide-3', 'hold', 'wait', array[:a1]::bigint[], null);
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.one'),
    'staff.decide', 'request-decide-4', 'hold', 'wait', array[:a1]::bigint[], null);
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.one'),
    'staff.decide', 'request-decide-5', 'approve', '', '{}', null);
reset session authorization;
select is(desk.outcomes(), 'invalid done already invalid',
    'a reason and a selection are needed, twice the same is already');
select is((select detail ->> 'field' from desk.got order by n limit 1), 'reason',
    'the field is named');
select is(desk.state(:a1), 'held', 'C33: undone until issued');
select is((select published_at from sojourn.application where id = :a1), null,
    'C33: nothing is published any more');

-- Two clerks at the same moment: what the first decided is not overwritten.
select coalesce(max(id), 0) as seen from sojourn.audit \gset
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.two'),
    'staff.decide', 'request-decide-6', 'approve', '', array[:a2]::bigint[], :seen);
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.one'),
    'staff.decide', 'request-decide-7', 'reject', 'late', array[:a2]::bigint[], :seen);
reset session authorization;
select is(desk.outcomes(), 'done changed', 'the second clerk is told');
select is(desk.state(:a2), 'approved', 'and the first decision stands');

-- Mails: returned goes to who can correct, rejected to the applicant.
set session authorization sojourn_staff;
select outcome as o from staff_api.decide(desk.s('desk.one'), 'staff.decide',
    'request-decide-8', 'return', 'number?', array[:a1]::bigint[], null) \gset
select outcome as o from staff_api.decide(desk.s('desk.one'), 'staff.decide',
    'request-decide-9', 'return', 'number?', array[:b1]::bigint[], null) \gset
reset session authorization;
select is((select to_address from sojourn.outbox where application_id = :a1 and kind = 'returned'),
    'ga@a.example', 'return of a list: the university corrects');
select is((select to_address from sojourn.outbox where application_id = :b1 and kind = 'returned'),
    'b1@mail.example', 'return at the web door: the applicant corrects');
set session authorization sojourn_staff;
select outcome as o from staff_api.decide(desk.s('desk.one'), 'staff.decide',
    'request-decide-10', 'reject', 'no place', array[:b1, :a1]::bigint[], null) limit 1 \gset
reset session authorization;
select is((select array_agg(state order by id) from sojourn.outbox
     where application_id in (:a1, :b1) and kind = 'returned'), '{dropped,dropped}',
    'a mail that has not gone and no longer holds is dropped');
select is((select (not_before at time zone 'Asia/Seoul')::time from sojourn.outbox
     where application_id = :b1 and kind = 'decided'), '18:00',
    'R38: results of the web door at 18:00');
select cmp_ok((select published_at from sojourn.application where id = :b1), '>=', sojourn.now(),
    'R38: not visible before');
select ok((select not_before <= sojourn.now() from sojourn.outbox
     where application_id = :a1 and kind = 'decided'), 'C31: the list door at once');
select is((select params ->> 'reason' from sojourn.outbox
     where application_id = :b1 and kind = 'decided'), 'no place', 'the reason is told');

-- The agreement's places.
update sojourn.agreement set quota = 1 where university_id = desk.u('DSKB');
select desk.app('DSKB', 'B2') as b2, desk.app('DSKB', 'B3') as b3 \gset
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.one'),
    'staff.decide', 'request-decide-11', 'approve', '', array[:b2, :b3]::bigint[], null);
reset session authorization;
select is(desk.outcomes(), 'done quota', 'R2: the places of the agreement');
update sojourn.application set status = 'leave' where id = :a1;
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.one'),
    'staff.decide', 'request-decide-12', 'approve', '', array[:a1]::bigint[], null);
reset session authorization;
select is(desk.outcomes(), 'ineligible', 'R2: who is on leave cannot come');

-- Who may.
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('desk.look'),
    'staff.decide', 'request-decide-13', 'approve', '', array[:b3]::bigint[], null);
insert into desk.got (section, outcome, rule, detail)
select section, outcome, rule, detail from staff_api.decide(desk.s('nobody'),
    'staff.decide', 'request-decide-14', 'approve', '', array[:b3]::bigint[], null);
reset session authorization;
select is(desk.outcomes(), null, 'without the right and without a session: nothing');
select is(desk.state(:b3), 'submitted', 'and nothing changed');
select throws_ok($$ set local role sojourn_staff;
    select sojourn.application_decide(null, 1, 'approve', '', null) $$, '42501', null,
    'S9: the inner function is no business of the program');
reset role;
select throws_ok($$ set local role sojourn_staff; select * from sojourn.application $$,
    '42501', null, 'S9: nor is the table');
reset role;
select is((select count(*)::integer from sojourn.audit
     where detail::text ~ '학생|example|no place'), 0, 'S12: no names, addresses or words in the audit');

select * from finish();
rollback;
