begin;
\ir desk.psql
select plan(24);

-- Two people of one name: the older has an ID, the younger has applied.
insert into sojourn.person (name_native, birth_date) values ('김같은', '2000-01-01') returning id as old \gset
insert into sojourn.student (person_id, university_id, student_no, level)
values (:old, desk.u('DSKA'), 'O1', 'BA');
insert into sojourn.temporary_id (id, person_id, term_id, serial)
values ('E192000017', :old, desk.term(), 90001);
insert into sojourn.account (login, kind, person_id, name, email)
values ('E192000017', 'student', :old, '김같은', 'old@mail.example') returning id as account \gset
insert into sojourn.session (token_hash, account_id, programs)
values (sha256('old'), :account, '{register}');
select desk.app('DSKB', 'Y1', 'approved', '김같은', '2000-01-01') as app \gset
select sojourn.identify(:app) as identity \gset
select a as a, b as b from sojourn.identity_case where application_id = :app \gset
select is(:'identity'::text, 'doubtful', 'R22: the same name and birth date elsewhere');

set session authorization sojourn_staff;
insert into desk.got (section, outcome) select a_name || b_name || a_temporary, state
  from staff_api.identity(desk.s('desk.one'), 'staff.identity', 'en') where id is not null
   and application_id = :app;
reset session authorization;
select is((select section || outcome from desk.got), '김같은김같은E192000017open', 'side by side');

-- A merge takes two staff.
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.one'),
    'staff.identity', 'request-id-1', :a, :b, 'merge', '');
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.one'),
    'staff.identity', 'request-id-2', :b, :a, 'merge', 'same face');
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.one'),
    'staff.identity', 'request-id-3', :a, :b, 'merge', 'same face');
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.one'),
    'staff.identity', 'request-id-2', :a, :b, 'merge', 'same face');
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.one'),
    'staff.identity', 'request-id-4', 999999999, :b, 'merge', 'same face');
reset session authorization;
select is(desk.outcomes(), 'invalid pending forbidden already gone', 'S1: asked by one, and not agreed by himself');
select is((select merged_into from sojourn.person where id = :b), null, 'nothing is merged yet');
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.two'),
    'staff.identity', 'request-id-5', :a, :b, 'merge', 'papers seen');
reset session authorization;
select is(desk.outcomes(), 'done', 'S1: a colleague agrees');
select is((select merged_into from sojourn.person where id = :b), :old::bigint, 'R22: the older one stays');
select is((select person_id from sojourn.application where id = :app), :old::bigint, 'the application is his');
select is((select identity from sojourn.application where id = :app), 'known', 'and known');
select isnt((select ended_at from sojourn.session where token_hash = sha256('old')), null, 'S1: sessions end');
select is((select disabled_at from sojourn.account where id = :account), null, 'his account stays open');

-- Undone.
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.one'),
    'staff.identity', 'request-id-6', :a, :b, 'separate', 'two passports');
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.one'),
    'staff.identity', 'request-id-7', :a, :b, 'separate', 'two passports');
reset session authorization;
select is(desk.outcomes(), 'done already', 'S1: a merge can be undone');
select is((select merged_into from sojourn.person where id = :b), null, 'two people again');
select is((select person_id from sojourn.application where id = :app), :b::bigint, 'the application goes back');
select is((select identity from sojourn.application where id = :app), 'new', 'and will get an ID of its own');

-- Separating at once.
select desk.app('DSKC', 'Y2', 'submitted', '김같은', '2000-01-01') as third \gset
select sojourn.identify(:third) as identity \gset
select is((select count(*)::integer from sojourn.identity_case where application_id = :third), 2,
    'two people it may be');
select min(id) as one, max(id) as two from sojourn.identity_case where application_id = :third \gset c_
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (outcome, rule, detail)
select d.outcome, d.rule, d.detail from staff_api.identity(desk.s('desk.one'), 'staff.identity', 'ko') i,
  lateral staff_api.identity_decide(desk.s('desk.one'), 'staff.identity', 'request-id-8', i.a::bigint, i.b::bigint,
    'separate', 'another father') d where i.id = :c_one;
reset session authorization;
select is((select identity from sojourn.application where id = :third), 'doubtful', 'one pair is still open');
set session authorization sojourn_staff;
insert into desk.got (outcome, rule, detail)
select d.outcome, d.rule, d.detail from staff_api.identity(desk.s('desk.one'), 'staff.identity', 'ko') i,
  lateral staff_api.identity_decide(desk.s('desk.one'), 'staff.identity', 'request-id-9', i.a::bigint, i.b::bigint,
    'separate', 'another father') d where i.id = :c_two;
reset session authorization;
select is((select identity from sojourn.application where id = :third), 'new', 'all pairs decided: a new person');

-- Two IDs: the older one stays, unless the younger is registered.
insert into sojourn.person (name_native, birth_date) values ('이둘째', '2001-01-01') returning id as p1 \gset
insert into sojourn.person (name_native, birth_date) values ('이둘째', '2001-01-01') returning id as p2 \gset
insert into sojourn.temporary_id (id, person_id, term_id, serial, issued_at) values
    ('E202000011', :p2, desk.term(), 90002, '2020-01-01'),
    ('E212000011', :p1, desk.term(), 90003, '2021-01-01');
insert into sojourn.account (login, kind, person_id, name) values ('E212000011', 'student', :p1, 'x') returning id as young \gset
insert into sojourn.identity_case (a, b, why) values (:p1, :p2, 'name');
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
select :p1, 1, desk.term(), 3, now();
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.one'),
    'staff.identity', 'request-id-10', :p1, :p2, 'merge', 'same');
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.two'),
    'staff.identity', 'request-id-11', :p1, :p2, 'merge', 'same');
reset session authorization;
select is(desk.outcomes(), 'pending conflict', 'R22: not while the younger ID is registered');
delete from sojourn.enrolment where person_id = :p1;
insert into sojourn.registration_right (person_id, term_id, application_id, university_id, min_credits, max_credits, limit_rule)
values (:p1, desk.term(), :app, desk.u('DSKA'), 1, 12, 'R18');
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.two'),
    'staff.identity', 'request-id-12', :p1, :p2, 'merge', 'same');
reset session authorization;
select is((select merged_into from sojourn.person where id = :p1), :p2::bigint, 'R22: the older ID is kept');
select isnt((select disabled_at from sojourn.account where id = :young), null, 'S1: the other account is closed');
select is((select person_id from sojourn.registration_right where application_id = :app), :p2::bigint,
    'R23: the right of the term goes along');
set session authorization sojourn_staff;
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.one'),
    'staff.identity', 'request-id-13', :p1, :p2, 'separate', 'wrong');
reset session authorization;
select is((select person_id from sojourn.registration_right where application_id = :app), :p1::bigint,
    'and comes back');
select is((select disabled_at from sojourn.account where id = :young), null, 'the account opens again');
delete from desk.got;
set session authorization sojourn_staff;
insert into desk.got (outcome, rule, detail) select outcome, rule, detail from staff_api.identity_decide(desk.s('desk.look'),
    'staff.identity', 'request-id-14', :p1, :p2, 'merge', 'same');
reset session authorization;
select is(desk.outcomes(), null, 'not without the right');

select * from finish();
rollback;
