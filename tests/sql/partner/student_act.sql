-- What a university does about one student: R2, R6, R24, C27, S2, S11.
begin;
\ir ../admissions.psql
select plan(44);
grant usage on schema adm to sojourn_partner;
select adm.window('APPLY', '-1 day', '1 day');
select adm.partner('ga', 'TSTA', 'coordinator');
select adm.partner('na', 'TSTB', 'coordinator');

create table adm.a (k text primary key, id bigint);
grant select on adm.a to sojourn_partner;
create function adm.id(p text) returns bigint language sql stable as $$ select id from adm.a where k = p $$;
insert into adm.a values
    ('one', adm.app('TSTA', '1', '하나', '2001-01-01')),
    ('two', adm.app('TSTA', '2', '두리', '2001-01-02', 'approved')),
    ('issued', adm.app('TSTA', '3', '세나', '2001-01-03', 'issued', p_recommendation => 'recommended')),
    ('held', adm.app('TSTA', '4', '네모', '2001-01-04', p_email => 'thief@mail.example')),
    ('rival', adm.app('TSTA', '4', '네모', '2001-01-04', 'withdrawn', p_email => 'nemo@mail.example')),
    ('waiting', adm.app('TSTA', '5', '오월', '2001-01-05', 'unconfirmed')),
    ('gone', adm.app('TSTA', '6', '육지', '2001-01-06', 'expired')),
    ('rejected', adm.app('TSTA', '7', '칠성', '2001-01-07', 'rejected')),
    ('foreign', adm.app('TSTB', '8', '팔도', '2001-01-08'));
select sojourn.identify_all(array_agg(id)) from adm.a where k not in ('waiting', 'gone', 'rival');
select sojourn.grant_right(adm.id('issued'));
update sojourn.application set rival_id = adm.id('rival'), identity = 'doubtful' where id = adm.id('held');

create sequence adm.n;
grant usage on sequence adm.n to sojourn_partner;
create function adm.act(p_k text, p_decision text, p_value text default '', p_reason text default 'why',
    p_login text default 'ga') returns text language sql volatile as $$
	select concat_ws(' ', outcome, rule, detail ->> 'field') from partner_api.student_act(adm.s(p_login),
	    'partner.students', 'request-' || lpad(nextval('adm.n')::text, 4, '0'), adm.id(p_k), p_decision, p_reason, p_value) $$;
create function adm.of(p_k text) returns sojourn.application language sql stable as $$
	select a.* from sojourn.application a where a.id = adm.id(p_k) $$;

set session authorization sojourn_partner;
select is((select count(*)::integer from partner_api.student(adm.s('ga'), 'partner.students', adm.id('one'))), 1, 'one''s own student');
select is((select count(*)::integer from partner_api.student(adm.s('ga'), 'partner.students', adm.id('foreign'))), 0, 'S11: a foreign one');
select is((select count(*)::integer from partner_api.student(adm.s('ga'), 'partner.students', 99999999)), 0, 'S11: an unknown one');
select is(adm.act('foreign', 'retract'), 'gone R6', 'S11: acts on a foreign one');
select is(adm.act('gone', 'retract'), 'gone R6', 'an expired one answers alike');
select is(adm.act('waiting', 'retract'), 'unconfirmed R36', 'R36: not confirmed');
select is(adm.act('rejected', 'new_email', 'a@b.example'), 'closed R37', 'R37: rejected by the host');
select is(adm.act('one', 'retract', p_login => 'nobody'), null, 'without a session nothing is said');
reset session authorization;

-- Address.
select is(adm.act('one', 'new_email', 'no address'), 'invalid S17 value', 'no address');
select is(adm.act('one', 'new_email', E'a@b.example\nBcc: x@y.example'), 'invalid S17 value', 'S17: one address');
select is(adm.act('one', 'new_email', '1@mail.example'), 'already R24', 'the one on file');
select is(adm.act('one', 'new_email', 'new@mail.example'), 'done R24', 'R24: another address');
select is((select email || (email_confirmed_at is null) || (entered_by = (select id from sojourn.account where login = 'ga'))
    from adm.of('one')), 'new@mail.exampletruetrue', 'S2: entered by the university, not confirmed');
select is(adm.act('issued', 'new_email', 'new3@mail.example'), 'pending C27', 'C27: with an ID staff decide');
select is((select email from adm.of('issued')), '3@mail.example', 'and nothing changes meanwhile');
select is((select value || state from sojourn.correction where person_id = (adm.of('issued')).person_id),
    'new3@mail.exampleopen', 'a correction waits for them');

-- Status.
select is(adm.act('two', 'status_change', 'gone'), 'invalid R2 value', 'no such status');
select is(adm.act('two', 'status_change', 'enrolled'), 'already R2', 'is so');
select is(adm.act('two', 'status_change', 'leave'), 'done R2', 'R2: on leave');
select is((select state || status from adm.of('two')), 'heldleave', 'an approval does not stand');
select is(adm.act('issued', 'status_change', 'leave'), 'done R2', 'with an ID');
select is((select suspended_why from sojourn.registration_right where application_id = adm.id('issued')), 'status', 'the right sleeps');
select is(adm.act('issued', 'status_change', 'enrolled'), 'done R2', 'back again');
select is((select suspended_at from sojourn.registration_right where application_id = adm.id('issued')), null, 'the right lives');

-- Two claims on one number (S2).
select is((select claim || '/' || rival_email from partner_api.student(adm.s('ga'), 'partner.students', adm.id('held'))),
    'rival/nemo@mail.example', 'both addresses are shown');
select is(adm.act('held', 'settle', 'list'), 'invalid S2 value', 'there is no list');
select is(adm.act('one', 'settle', 'own'), 'already S2', 'nothing is disputed');
savepoint claims;
select is(adm.act('held', 'settle', 'own'), 'done S2', 'the first one holds');
select is((select identity || email || coalesce(rival_id, 0) from adm.of('held')), 'newthief@mail.example0', 'as it was');
rollback to claims;
select is(adm.act('held', 'settle', 'rival'), 'done S2', 'the second one holds');
select is((select identity || email || (email_confirmed_at is not null) from adm.of('held')), 'newnemo@mail.exampletrue',
    'its mailbox, confirmed');
select is((select count(*)::integer from sojourn.person where name_native = '네모'), 1, 'the same human');
rollback to claims;
update sojourn.application set rival_id = null, list_data = jsonb_build_object('name_native', '진짜', 'name_latin', 'JIN Jja',
    'birth_date', '1999-09-09', 'email', 'jin@list.example', 'level', 'MA', 'department', 'x') where id = adm.id('held');
select is((select claim from partner_api.student(adm.s('ga'), 'partner.students', adm.id('held'))), 'list', 'a list that differs');
select is(adm.act('held', 'settle', 'list'), 'done S2', 'the list holds');
select is((select identity || name_native || name_family || email || (email_confirmed_at is null) from adm.of('held')),
    'new진짜JINjin@list.exampletrue', 'with all its values');
select is((select count(*)::integer from sojourn.person where name_native = '네모'), 0, 'the person of the false claim is gone');
select is((select name_native from sojourn.person p where p.id = (adm.of('held')).person_id), '진짜', 'the real one is there');
select is(sojourn.differs(adm.id('held')), false, 'nothing is disputed any more');
select is(adm.act('held', 'settle', 'own'), 'already S2', 'once');

-- Retracting.
select is(adm.act('issued', 'retract'), 'closed R8', 'R8: an ID stays');
select is(adm.act('one', 'retract'), 'done R6', 'taken back');
select is((select state || decision_reason from adm.of('one')), 'withdrawnwhy', 'with the reason');
select is(adm.act('one', 'retract'), 'gone R6', 'and is closed');
select ok(not exists (select from sojourn.audit where detail::text ~ 'example|진짜'), 'S12: nothing of it in the audit');
select * from finish();
rollback;
