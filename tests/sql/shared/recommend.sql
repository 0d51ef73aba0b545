begin;
\ir ../admissions.psql
select plan(24);
select adm.partner('ga.dean', 'TSTA', 'recommender') as dean \gset
create function adm.actor(p_kind text default 'partner', p_u text default 'TSTA')
returns sojourn.actor language sql stable as $$
	select row('done', case p_kind when 'partner' then (select id from sojourn.account
	    where login = 'ga.dean') end, null, null, case p_kind when 'partner'
	    then adm.u(p_u) end, p_kind, '', 'ko')::sojourn.actor
$$;
create function adm.rec(p_ids bigint[], p_decision text, p_reason text default '',
    p_kind text default 'partner') returns text language sql volatile as $$
	select string_agg(outcome, ' ') from sojourn.recommend(adm.actor(p_kind),
	    p_ids, p_decision, p_reason, 'request-0001')
$$;
create temp table app (k text primary key, id bigint);
insert into app values
    ('one', adm.app('TSTA', '1', '하나', '2001-01-01')),
    ('two', adm.app('TSTA', '2', '두리', '2001-01-02', 'unconfirmed')),
    ('three', adm.app('TSTA', '3', '세나', '2001-01-03', 'rejected')),
    ('four', adm.app('TSTA', '4', '네모', '2001-01-04', 'withdrawn')),
    ('other', adm.app('TSTB', '5', '오월', '2001-01-05'));
create function adm.id(p text) returns bigint language sql stable as
$$ select id from pg_temp.app where k = p $$;

select is(adm.rec(array[adm.id('one')], 'recommend'), 'done', 'R3: recommended');
select is(adm.rec(array[adm.id('one')], 'recommend'), 'already', 'and is so');
select is(adm.rec(array[adm.id('other')], 'recommend'), 'gone', 'S11: not one''s own');
select is(adm.rec(array[999999999], 'recommend'), 'gone', 'S11: unknown answers alike');
select is(adm.rec(array[adm.id('two')], 'recommend'), 'unconfirmed', 'R36: no confirmed mailbox');
select is(adm.rec(array[adm.id('three')], 'recommend'), 'closed', 'R37: the host rejected it');
select is(adm.rec(array[adm.id('four')], 'recommend'), 'gone', 'withdrawn');
select is(adm.rec(array[adm.id('one')], 'refuse', ' '), 'invalid', 'refusing wants a reason');
select is(adm.rec(array[adm.id('other'), adm.id('one')], 'refuse', 'GPA'), 'gone done',
    'several: each has its own outcome, in the order asked');
select is(adm.rec(array[adm.id('other')], 'recommend', '', 'staff'), 'done', 'staff act for any university');
select is((select recommendation from sojourn.application where id = adm.id('one')), 'refused', 'stored');
select is((select count(*)::integer from sojourn.audit where act = 'recommend'
    and object_id = adm.id('one')), 4, 'every act is in the audit, refused ones too');
select ok(not exists (select from sojourn.audit where detail::text like '%GPA%'),
    'S12: the reason is not');

-- After issuing.
select sojourn.identify_all(array_agg(id)) from app where k <> 'two';
update sojourn.application set state = 'approved' where id in (adm.id('one'), adm.id('other')) and state <> 'approved';
update sojourn.application set state = 'issued' where id in (adm.id('one'), adm.id('other'));
select sojourn.grant_rights(array_agg(id)) from app;
select is((select count(*)::integer from sojourn.registration_right where application_id = adm.id('one')), 0,
    'refused before: no right');
select is(adm.rec(array[adm.id('one')], 'recommend'), 'done', 'recommended after approval');
select is((select suspended_at from sojourn.registration_right where application_id = adm.id('one')), null,
    'R3: the right follows the recommendation');
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
select person_id, 1, term_id, 3, now() from sojourn.application where id in (adm.id('one'), adm.id('other'));
select is(adm.rec(array[adm.id('one')], 'refuse', 'late'), 'done', 'refused after registration');
select is((select suspended_why from sojourn.registration_right where application_id = adm.id('one')), 'refused',
    'nothing more can be added');
select is((select e.state || credit_granted from sojourn.enrolment e join sojourn.application a
    on a.person_id = e.person_id and a.id = adm.id('one')), 'enrolledfalse',
    'R46: the enrolment stays, without credit');
select is(adm.rec(array[adm.id('one')], 'reopen'), 'done', 'reopened');
select is((select suspended_why || credit_granted from sojourn.registration_right r
    join sojourn.enrolment e using (person_id) where application_id = adm.id('one')), 'not-recommendedtrue',
    'before_approval: the right waits for the recommendation');
select is(adm.rec(array[adm.id('other')], 'refuse', 'x', 'staff'), 'done', 'stage after_registration, refused');
select is(adm.rec(array[adm.id('other')], 'reopen', '', 'staff'), 'done', 'and reopened');
select is((select suspended_at is null and credit_granted from sojourn.registration_right r
    join sojourn.enrolment e using (person_id) where application_id = adm.id('other')), true,
    'R45: after_registration keeps the right while nothing is decided');
select * from finish();
rollback;
