begin;
\ir ../admissions.psql
select plan(33);
grant usage on schema adm to sojourn_tempid;
-- In 2031 the current term is the one whose window opened last.
select adm.window('APPLY', '-1 second', '1 day');
select adm.window('REGISTER', '5 days', '8 days');
select is(sojourn.term_current(null), adm.term(), 'the term of these tests is current');

create temp table a (k text primary key, id bigint);
create function adm.id(p text) returns bigint language sql stable as $$ select id from pg_temp.a where k = p $$;
insert into a values
    ('typo', adm.app('TSTA', '1', '하나', '2001-01-01', 'unconfirmed', p_email => 'hana@mial.example')),
    ('sub', adm.app('TSTA', '2', '두리', '2001-01-02')),
    ('other', adm.app('TSTA', '3', '세나', '2001-01-03', 'expired'));
create function adm.resend(p_request text, p_no text, p_birth date, p_email text) returns text
language sql volatile as $$ select outcome || rule || detail
    from tempid_api.resend(p_request, '192.0.2.1', 'ko', 'TSTA', p_no, p_birth, p_email) $$;
create function adm.result(p_request text, p_no text, p_birth date) returns text
language sql volatile as $$ select outcome || rule || detail
    from tempid_api.result(p_request, '192.0.2.1', 'TSTA', p_no, p_birth) $$;
create function adm.mails() returns text language sql stable as $$
	select coalesce(string_agg(kind || ':' || to_address, ' ' order by id), '') from sojourn.outbox
	 where made_at >= transaction_timestamp() $$;

set session authorization sojourn_tempid;
select is(adm.resend('request-0001', '1', '2001-01-01', 'hana@mail.example'), 'pendingS4{}', 'an address is corrected');
select is(adm.resend('request-0001', '1', '2001-01-01', 'hana@mail.example'), 'alreadyS4{}', 'the same request once');
select is(adm.resend('request-0002', '99', '2001-01-01', 'hana@mail.example'), 'pendingS4{}', 'S4: an unknown number answers alike');
select is(adm.resend('request-0003', '1', '2000-01-01', 'x@mail.example'), 'pendingS4{}', 'S4: a wrong birth date too');
select is(adm.resend('request-0004', '2', '2001-01-02', 'x@mail.example'), 'pendingS4{}', 'S4: one that is confirmed too');
reset session authorization;
select is(adm.mails(), 'confirm:hana@mail.example', 'one mail, to the corrected address');
select is((select count(*)::integer from sojourn.application where student_no = '1' and state = 'unconfirmed'
    and university_id = adm.u('TSTA')), 2, 'S2: the first one waits on beside the corrected one');
select is((select name_native from sojourn.application where email = 'hana@mail.example'), '하나', 'with all its values');
select adm.resend('request-0005', '1', '2001-01-01', 'hana@mail.example');
select is((select count(*)::integer from sojourn.application where student_no = '1'
    and university_id = adm.u('TSTA')), 2, 'a link is renewed without another copy');
select adm.resend('request-0006', '3', '2001-01-03', '3@mail.example');
select is((select count(*)::integer from sojourn.application where student_no = '3' and state = 'unconfirmed'
    and university_id = adm.u('TSTA')), 1, 'C32: while the window is open an expired one can be renewed');

delete from sojourn.outbox;
set session authorization sojourn_tempid;
select is(adm.result('request-0007', '2', '2001-01-02'), 'pendingR39{}', 'R39: a link goes to the address on file');
select is(adm.result('request-0008', '2', '2001-01-03'), 'pendingR39{}', 'S4: a wrong birth date answers alike');
reset session authorization;
select is(adm.mails(), 'status-link:2@mail.example', 'one mail');
delete from sojourn.outbox;
select adm.result('request-0009', '1', '2001-01-01');
select is(adm.mails(), 'confirm:hana@mail.example', 'an unconfirmed one gets its confirmation again');
delete from sojourn.outbox;
-- A known person: the account's address alone, and the ID at once (S1, R41).
select adm.known('TSTB', '4', '네모', '2001-01-04', 104) as nemo \gset
insert into a values ('known', adm.app('TSTB', '4', '네모', '2001-01-04', p_email => 'thief@mail.example'));
select sojourn.identify(adm.id('known'));
select tempid_api.result('request-0010', '192.0.2.1', 'TSTB', '4', '2001-01-04');
select is(adm.mails(), 'status-link:known104@mail.example', 'S1: never to the address on the form');

-- Behind the link.
create function adm.link(p_app bigint, p_life interval default '1 day') returns text language plpgsql volatile as $$
declare
	v_token text := rpad('s' || p_app || p_life, 43, 'x');
begin
	insert into sojourn.token (hash, kind, application_id, expires_at)
	values (sha256(v_token::bytea), 'status-link', p_app, sojourn.now() + p_life)
	on conflict do nothing;
	return v_token;
end $$;
create function adm.status(p_k text) returns text language sql volatile as $$
	select concat_ws('/', s.outcome, s.state, s.temporary_id, s.next, s.actor)
	  from tempid_api.status(adm.link(adm.id(p_k)), 'en') s $$;
-- A stable function sees what stood before its statement: links first.
select adm.link(id) from a;
select adm.link(adm.id('sub'), '-1 second');
select is((select outcome from tempid_api.status(rpad('q', 43, 'q'), 'ko')), 'gone', 'a link that nobody made');
select is((select outcome from tempid_api.status(adm.link(adm.id('sub'), '-1 second'), 'ko')), 'expired', 'a link that ran out');
select is(adm.status('known'), 'done/submitted/E311001047/decide/host', 'R41: the existing ID at once; R45: recommended later');
select sojourn.identify(adm.id('sub'));
select is(adm.status('sub'), 'done/submitted/recommend/university', 'R3: the home university is next');
select is((select contact_email from tempid_api.status(adm.link(adm.id('sub')), 'en')), 'ga@a.example', 'R5: its coordinator');
select is((select until from tempid_api.status(adm.link(adm.id('sub')), 'en')), sojourn.recommend_due(adm.id('sub')), 'C32: until when');
update sojourn.application set recommendation = 'recommended' where id = adm.id('sub');
select is(adm.status('sub'), 'done/submitted/decide/host', 'then the host');
update sojourn.application set state = 'approved', published_at = sojourn.now() + interval '1 hour' where id = adm.id('sub');
select is(adm.status('sub'), 'done/submitted/publish/host', 'R38: decided, not published yet');
update sojourn.application set published_at = sojourn.now() where id = adm.id('sub');
select is(adm.status('sub'), 'done/approved/issue/host', 'R38: published');
insert into sojourn.temporary_id (id, person_id, term_id, serial)
select 'E311001101', person_id, term_id, 110 from sojourn.application where id = adm.id('sub');
select is(adm.status('sub'), 'done/approved/issue/host', 'R38: no ID of a new person before it is issued');
update sojourn.application set state = 'issued', published_at = sojourn.now() + interval '1 hour' where id = adm.id('sub');
select is(adm.status('sub'), 'done/submitted/publish/host', 'R38: issued, not published');
update sojourn.application set published_at = sojourn.now() where id = adm.id('sub');
select is(adm.status('sub'), 'done/issued/E311001101/register/you', 'the ID');
set local session_replication_role = replica; -- it was issued above
update sojourn.application set state = 'rejected', decision_reason = 'why' where id = adm.id('sub');
set local session_replication_role = origin;
select is((select state || reason || next from tempid_api.status(adm.link(adm.id('sub')), 'en')), 'rejectedwhynone', 'R37: rejected, with the reason');
update sojourn.application set published_at = null where id = adm.id('sub');
select is((select state || reason from tempid_api.status(adm.link(adm.id('sub')), 'en')), 'submitted', 'and not before it is published');
update sojourn.application set identity = 'doubtful', state = 'submitted' where id = adm.id('known');
select is(adm.status('known'), 'done/submitted/review/host', 'R22: doubtful: no ID of anybody');
update sojourn.application set rival_id = adm.id('sub') where id = adm.id('known');
select is(adm.status('known'), 'done/submitted/review/university', 'S2: a disputed claim is the university''s');
select is(adm.status('typo'), 'done/unconfirmed/confirm/you', 'every state has a next step');
select * from finish();
rollback;
