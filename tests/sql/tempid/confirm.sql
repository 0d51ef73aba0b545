begin;
\ir ../admissions.psql
select plan(34);
grant usage on schema adm to sojourn_tempid;

-- The link that mailer would make.
create function adm.link(p_app bigint, p_kind text default 'confirm',
    p_life interval default '72 hours') returns text language plpgsql volatile as $$
declare
	v_token text := rpad('t' || p_app || p_kind, 43, 'x');
begin
	insert into sojourn.token (hash, kind, application_id, expires_at)
	values (sha256(v_token::bytea), p_kind, p_app, sojourn.now() + p_life);
	return v_token;
end $$;
create function adm.confirm(p_token text) returns text language sql volatile as
$$ select outcome || ' ' || rule from tempid_api.confirm(p_token, null) $$;
create function adm.show(p_token text) returns text language sql volatile as
$$ select outcome || coalesce(' ' || student_no, '') from tempid_api.confirm_show(p_token, 'en') $$;
create temp table a (k text primary key, id bigint, t text);
create function adm.add(p_k text, p_id bigint) returns void language sql volatile as
$$ insert into pg_temp.a values (p_k, p_id, adm.link(p_id)) $$;
create function adm.t(p text) returns text language sql stable as $$ select t from pg_temp.a where k = p $$;
create function adm.st(p text) returns text language sql volatile as $$
	select a.state || '/' || a.identity from sojourn.application a join pg_temp.a k using (id) where k.k = p
$$;

select adm.add('one', adm.app('TSTA', '1', '하나', '2001-01-01', 'unconfirmed'));
set session authorization sojourn_tempid;
select is(adm.show(rpad('t', 43, 'z')), 'gone', 'a link that nobody made');
reset session authorization;
select is(adm.show(adm.t('one')), 'done 1', 'R36: the visit shows');
select is(adm.show(adm.t('one')), 'done 1', 'and changes nothing');
select is(adm.st('one'), 'unconfirmed/open', 'still unconfirmed');
select is(adm.confirm(adm.t('one')), 'done R36', 'R36: confirmed');
select is(adm.st('one'), 'submitted/new', 'submitted, a new person');
select is(adm.confirm(adm.t('one')), 'already R36', 'used twice');
select is(adm.show(adm.t('one')), 'already', 'and shown as such');
select is(adm.confirm(rpad('t', 43, 'z')), 'gone R36', 'confirming with a link that nobody made');

-- Too late.
insert into a select 'late', id, adm.link(id, p_life => '-1 second')
  from adm.app('TSTA', '2', '두리', '2001-01-02', 'unconfirmed') id;
select is(adm.show(adm.t('late')), 'expired', 'C32: a link that ran out');
select is(adm.confirm(adm.t('late')), 'expired R36', 'confirms nothing');
select is(adm.st('late'), 'unconfirmed/open', 'and nothing changed');

-- Two unconfirmed ones: neither is in the other's way; the first link wins.
select adm.add('stranger', adm.app('TSTA', '3', '세나', '2001-01-03', 'unconfirmed', p_email => 'bad@mail.example'));
select adm.add('sena', adm.app('TSTA', '3', '세나', '2001-01-03', 'unconfirmed'));
select is(adm.confirm(adm.t('sena')), 'done R36', 'S2: an unconfirmed one blocks nobody');
select is(adm.st('sena'), 'submitted/new', 'it counts');
select is(adm.confirm(adm.t('stranger')), 'review S2', 'S2: a second mailbox for one number');
select is(adm.st('sena'), 'submitted/doubtful', 'a person decides');
select is(adm.st('stranger'), 'withdrawn/open', 'the second takes no place');
select is((select rival_id from sojourn.application join a using (id) where k = 'sena'),
    (select id from a where k = 'stranger'), 'and stays to be looked at');
select is((select email from sojourn.application join a using (id) where k = 'sena'), '3@mail.example',
    'the address of the first stands');

-- A list was there first: same human and address, one application.
select adm.add('listed', adm.app('TSTA', '4', '네모', '2001-01-04', 'submitted', 'list', p_max => 6));
update sojourn.application set email_confirmed_at = null, department = 'Chemistry' where id = (select id from a where k = 'listed');
select sojourn.identify((select id from a where k = 'listed'));
select adm.add('nemo', adm.app('TSTA', '4', '네 모', '2001-01-04', 'unconfirmed', p_family => 'NE', p_given => 'Mo'));
update sojourn.application set phone = '010' where id = (select id from a where k = 'nemo');
select is(adm.confirm(adm.t('nemo')), 'done R36', 'joined with the list');
select is(adm.st('listed'), 'submitted/new', 'one application');
select is((select phone || department || name_given || max_credits from sojourn.application join a using (id) where k = 'listed'),
    '010PhysicsMo6', 'what the student typed, and the limit of the list');
select is((select list_data ->> 'department' from sojourn.application join a using (id) where k = 'listed'),
    'Chemistry', 'the list''s values are kept beside it');
select isnt((select email_confirmed_at from sojourn.application join a using (id) where k = 'listed'), null,
    'the mailbox is confirmed');
-- Another address than the list's.
select adm.add('listed2', adm.app('TSTA', '5', '오월', '2001-01-05', 'approved', 'list'));
select adm.add('web2', adm.app('TSTA', '5', '오월', '2001-01-05', 'unconfirmed', p_email => 'other@mail.example'));
select is(adm.confirm(adm.t('web2')), 'review S2', 'S2: the list says another address');
select is(adm.st('listed2'), 'approved/doubtful', 'nothing is issued before somebody decided');
select is((select email from sojourn.application join a using (id) where k = 'listed2'), '5@mail.example',
    'the list''s address stands meanwhile');
-- Issued already.
select adm.add('issued', adm.app('TSTA', '6', '육지', '2001-01-06', 'issued'));
update sojourn.application set identity = 'new' where id = (select id from a where k = 'issued');
select adm.add('web3', adm.app('TSTA', '6', '육지', '2001-01-06', 'unconfirmed', p_email => 'o@mail.example'));
select is(adm.confirm(adm.t('web3')), 'review S2', 'a place that is issued');
select is(adm.st('issued'), 'issued/new', 'is not touched');
-- Returned for correction: applying again corrects it.
select adm.add('returned', adm.app('TSTA', '7', '칠성', '2001-01-07', 'returned'));
select adm.add('again', adm.app('TSTA', '7', '칠성', '2001-01-07', 'unconfirmed'));
update sojourn.application set department = 'Biology' where id = (select id from a where k = 'again');
select is(adm.confirm(adm.t('again')), 'done R36', 'corrected by applying again');
select is((select state || department from sojourn.application join a using (id) where k = 'returned'),
    'submittedBiology', 'the same application, with the new values');

-- A known person hears of it at the address of the account (S1).
select adm.known('TSTA', '8', '팔도', '2001-01-08', 108);
select adm.add('known', adm.app('TSTA', '8', '팔도', '2001-01-08', 'unconfirmed', p_email => 'notme@mail.example'));
select is(adm.confirm(adm.t('known')) || ' ' || adm.st('known'), 'done R36 submitted/known', 'R22: a returning student');
select results_eq($$ select kind, to_address from sojourn.outbox where application_id = (select id from a where k = 'known') $$,
    $$ values ('application-known', 'known108@mail.example') $$, 'S1: told at the address of the account');
select is((select count(*)::integer from sojourn.audit where act = 'confirm' and outcome = 'review'), 3,
    'every collision is in the audit');
select * from finish();
rollback;
