begin;
\ir ../admissions.psql
select plan(20);

create temp table app (k text primary key, id bigint);
insert into app values
    ('plain', adm.app('TSTA', '1', '하나', '2001-01-01', p_recommendation => 'recommended')),
    ('own', adm.app('TSTA', '2', '두리', '2001-01-02', p_recommendation => 'recommended', p_max => 6)),
    ('above', adm.app('TSTA', '3', '세나', '2001-01-03', p_recommendation => 'recommended', p_max => 30)),
    ('later', adm.app('TSTB', '4', '네모', '2001-01-04')),
    ('none', adm.app('TSTA', '5', '오월', '2001-01-05')),
    ('refused', adm.app('TSTB', '6', '육지', '2001-01-06', p_recommendation => 'refused'));
create temp view l as select k, l.* from app join lateral sojourn.limits_of(array[id]) l on true;
select is((select max_credits || limit_rule from l where k = 'plain'), '12R18', 'R18: the host''s limit');
select is((select min_credits from l where k = 'plain'), 1, 'R18: at least one');
select is((select max_credits || limit_rule from l where k = 'own'), '6R19', 'R19: the person''s limit');
select is((select max_credits || limit_rule from l where k = 'above'), '18C20', 'C20: never above the absolute limit');
update sojourn.university set max_credits = 9 where code = 'TSTA';
select is((select max_credits || limit_rule from l where k = 'plain'), '9R19', 'R19: the university''s limit');
select is((select max_credits from l where k = 'own'), 6, 'the person''s limit comes first');
update sojourn.university set max_credits = null where code = 'TSTA';
update sojourn.agreement set max_credits = 15 where university_id = adm.u('TSTA');
select is((select max_credits || limit_rule from l where k = 'plain'), '15R19', 'the agreement''s limit alone');
select is((select max_credits || limit_rule from l where k = 'above'), '15R19', 'a person''s limit ends at the agreement''s');
select ok((select rule_versions ? 'credits_max' from l where k = 'plain'), 'the rule values used are named');

select sojourn.identify_all(array_agg(id)) from app;
select is(sojourn.grant_rights(array_agg(id)), 0, 'R8: no right before the ID is issued') from app;
update sojourn.application set state = 'approved' where term_id = adm.term();
update sojourn.application set state = 'issued' where term_id = adm.term();
select is(sojourn.grant_rights(array_agg(id)), 4, 'R3, R45: recommended, or a university that recommends later')
  from app;
select set_eq($$ select k from app join sojourn.registration_right r on r.application_id = app.id $$,
    array['plain', 'own', 'above', 'later'], 'nobody without recommendation, nobody refused');
select is((select r.max_credits || r.limit_rule from app join sojourn.registration_right r
    on r.application_id = app.id where k = 'own'), '6R19', 'the limit is copied into the right');
select is(sojourn.grant_rights(array_agg(id)), 0, 'again: nothing happens') from app;
update sojourn.registration_right set suspended_at = now(), suspended_why = 'refused'
 where application_id = (select id from app where k = 'plain');
select ok(sojourn.grant_right(id), 'a suspended right lives again') from app where k = 'plain';
select is((select suspended_at from sojourn.registration_right join app on id = application_id
    where k = 'plain'), null, 'and is suspended no more');
select ok(not sojourn.grant_right(id), 'not recommended: none') from app where k = 'none';

-- A doubtful identity gets nothing.
update sojourn.application set identity = 'doubtful', recommendation = 'recommended'
 where id = (select id from app where k = 'none');
select ok(not sojourn.grant_right(id), 'R22: none while the identity is doubtful') from app where k = 'none';

select is(sojourn.enter_students(array_agg(id)), 6, 'R22: the numbers of the issued are on file') from app;
select is(sojourn.enter_students(array_agg(id)), 0, 'once') from app;
select * from finish();
rollback;
