-- R106, S5, S6, S20: the step-up as sojourn_certificates: once, in time, by its
-- owner; then each copy is a document under a used code.
begin;
\ir ../documents.psql
select plan(33);
alter table certificate_request disable trigger user;
delete from certificate_request;
alter table certificate_request enable trigger user;
insert into session (token_hash, account_id, programs)
select sha256(convert_to(login, 'UTF8')), id, array['certificates'] from account
 where login in ('20203001', '20253006', '20223004', 'affairs');
create function pg_temp.s(p text) returns bytea language sql as $$ select sha256(convert_to(p, 'UTF8')) $$;
create function pg_temp.ask(p_login text, p_type text, p_lang text default 'en', p_copies integer default 1)
returns text language sql as $$
	select outcome from certificates_api.ask(pg_temp.s(p_login), 'certificates', 'ask-' || random(), p_type, p_lang, p_copies)
$$;
-- What mailer does when it sends: the code's hash, bound to the attempt.
create function pg_temp.mail(p_code text) returns void language sql security definer as $$
	update sojourn.login_attempt set code_hash = sha256(token_hash || convert_to(p_code, 'UTF8'))
	 where id = (select max(id) from sojourn.login_attempt)
$$;
create function pg_temp.code(p_session text, p_code text, p_fresh text default 'fresh', p_request text default null)
returns text language sql as $$
	select outcome from certificates_api.code(pg_temp.s(p_session), 'certificates', coalesce(p_request, 'code-' || random()),
	    p_code, pg_temp.s(p_fresh), '127.0.0.1')
$$;
create function pg_temp.docs(p_login text) returns integer language sql security definer as $$
	select count(*)::integer from sojourn.document d join sojourn.account a on a.person_id = d.person_id where a.login = p_login
$$;
create function pg_temp.wish() returns bigint language sql security definer as $$
	select max(id) from sojourn.certificate_request
$$;
create function pg_temp.again(p_session text, p_wish bigint) returns text language sql as $$
	select outcome from certificates_api.again(pg_temp.s(p_session), 'certificates', 'again-' || random(), p_wish)
$$;
create function pg_temp.drop(p_session text, p_wish bigint) returns text language sql as $$
	select outcome from certificates_api.drop(pg_temp.s(p_session), 'certificates', 'drop-' || random(), p_wish)
$$;
set session authorization sojourn_certificates;
select throws_ok('select * from sojourn.degree_record', '42501', null, 'no table for the login role');
select is(pg_temp.ask('affairs', 'enrollment'), null, 'no right, nothing');
select is(pg_temp.ask('20203001', 'degree'), 'ineligible', 'no right to this one');
select is(pg_temp.ask('20203001', 'tuition-payment', 'ja'), 'invalid', 'R110');
select is(pg_temp.ask('20203001', 'enrollment', 'en', 11), 'invalid', 'more copies than the rule');
select is(pg_temp.ask('20203001', 'enrollment', 'en', 2), 'pending', 'asked');
select is(pg_temp.again('20253006', pg_temp.wish()), 'gone', 'nobody has a code mailed for another one''s wish');
select is(pg_temp.again('20203001', pg_temp.wish()), 'locked', 'S5: nor two at once for one''s own');
select pg_temp.mail('123456');
select is(pg_temp.code('20253006', '123456'), 'expired', 'another person''s code');
select is(pg_temp.docs('20203001'), 0, 'nothing yet');
select is(pg_temp.code('20203001', '654321'), 'invalid', 'a wrong one');
select is(pg_temp.code('20203001', '123456', 'fresh', 'the-request'), 'done', 'the right one');
select is(pg_temp.docs('20203001'), 2, 'two copies, two documents');
select is(pg_temp.code('20203001', '123456'), null, 'S6: the old session is over');
select is(pg_temp.code('fresh', '123456', 'x', 'the-request'), 'already', 'the same form again');
select is(pg_temp.code('fresh', '123456', 'x'), 'expired', 'the code is used up');
select is(pg_temp.again('fresh', pg_temp.wish()), 'gone', 'nor is there another for what was issued');
-- Taken back: one's own, before it is issued.
savepoint taken;
select is(pg_temp.drop('fresh', pg_temp.wish()), 'gone', 'what was issued is not taken back');
select is(pg_temp.ask('fresh', 'transcript'), 'pending', 'another wish');
select pg_temp.mail('333333');
select is(pg_temp.drop('20253006', pg_temp.wish()), 'gone', 'by nobody else');
select is(pg_temp.drop('fresh', pg_temp.wish()), 'done', 'its owner does');
select is(pg_temp.drop('fresh', pg_temp.wish()), 'gone', 'once');
select is(pg_temp.code('fresh', '333333'), 'expired', 'its code opens nothing any more');
rollback to taken;
select pg_temp.ask('20223004', 'expected-degree');
select is(pg_temp.again('20223004', pg_temp.wish()), 'gone', 'R112: no code before it was verified');
reset session authorization;
select is((select count(distinct serial)::integer from document where kind = 'enrollment'), 2, 'two serials');
select min(serial) as waiting from document where kind = 'enrollment' \gset
set session authorization sojourn_certificates;
select is((select outcome from certificates_api.report(pg_temp.s('fresh'), 'certificates', 'report-1', :'waiting', 'name',
    'x')), 'gone', 'R108: nothing is wrong on what is not issued yet');
reset session authorization;
select is((select bool_and(a.passed_at is not null and a.used_at is not null and a.purpose = 'step-up')
    from document d join login_attempt a on a.id = d.step_up_id where d.kind = 'enrollment'), true, 'S20: under a used step-up');
select throws_ok($$update certificate_request set copies = 3$$, '23000', null, 'what was asked does not change');
select throws_ok($$update certificate_request set state = 'code', issued_at = null$$, '23000', null, 'and goes only forward');
-- Five wrong ones end it.
set session authorization sojourn_certificates;
select pg_temp.ask('20253006', 'enrollment');
select pg_temp.mail('222222');
select pg_temp.code('20253006', '000000') from generate_series(1, 5);
select is(pg_temp.code('20253006', '222222'), 'expired', 'S5: five tries');
reset session authorization;
-- Forty codes an hour, whatever is asked for.
savepoint many;
insert into login_attempt (token_hash, account_id, purpose)
select sha256(convert_to('many ' || n, 'UTF8')), a.id, 'step-up'
  from generate_series(1, 39) n, account a where a.login = '20253006';
set session authorization sojourn_certificates;
select is(pg_temp.ask('20253006', 'enrollment', 'ko'), 'locked', 'S5: no mailbox is flooded');
reset session authorization;
rollback to many;
-- A wish whose code was purged has ended; what is issued stays.
update login_attempt set created_at = now() - interval '2 days';
delete from outbox;
select sojourn.job_purge(sojourn.now());
select is((select string_agg(state || ' ' || ended_why, ',' order by id) from certificate_request), 'issued ,review ,ended expired',
    'S25: purged with its code');
select is((select jsonb_array_length(data::jsonb -> 'degree' -> 0 -> 'courses') from account_api.data_json(null, '', 'en')), null,
    'nobody''s data without a session');
select * from finish();
rollback;
