-- S20, R106: what signer reads under its own role, and what it refuses.
begin;
\ir ../documents.psql
select plan(13);

select pg_temp.enrol(pg_temp.person(3), 'BIO5012-01');
select pg_temp.ask(pg_temp.person(3)) as doc \gset
select is((select outcome from signer_api.document(:'doc')), 'state', 'not printed: not signed');
select is_empty('select * from signer_api.document(''UST-2025-999999'')', 'no such serial');
select is(pg_temp.print(:'doc'), 'printed', 'printed');
set session authorization sojourn_signer;
select is((select outcome from signer_api.document(:'doc')), 'done', 'printed: may be signed');
select throws_ok('select * from sojourn.document', '42501', null, 'no table for the login role');
reset session authorization;

-- What it rests on is no longer so.
savepoint s;
select pg_temp.enrol(pg_temp.person(3), 'CHE6022-01');
select is((select outcome from signer_api.document(:'doc')), 'changed',
    'registered something else meanwhile: not signed');
rollback to s;
update section set room = 'another' where code = 'BIO5012-01';
select is((select outcome from signer_api.document(:'doc')), 'done', 'a room may change');

-- A file that is not the one that was noted.
savepoint s;
alter table document_file disable trigger user;
update document_file set file = 'forged';
select is((select outcome from signer_api.document(:'doc')), 'file', 'another file: not signed');
rollback to s;

-- A kind that wants a code.
insert into document_kind (kind, step_up) values ('stepped', true);
insert into login_attempt (token_hash, account_id, purpose)
select sha256('step'), id, 'step-up' from account where login = 'cnu';
create function pg_temp.ask_with(p_step boolean) returns text language sql as $$
	select a.serial from sojourn.document_ask(null, pg_temp.person(3), 'stepped', '',
	    'en', '{}', '{}', null, true, 1, case when p_step then
	    (select id from sojourn.login_attempt where token_hash = sha256('step')) end) a
$$;
select pg_temp.ask_with(false) as bare \gset
select pg_temp.print(:'bare');
select is((select outcome from signer_api.document(:'bare')), 'step-up', 'no code: not signed');
select pg_temp.ask_with(true) as stepped \gset
select pg_temp.print(:'stepped');
select is((select outcome from signer_api.document(:'stepped')), 'step-up', 'a code not passed: not signed');
update login_attempt set passed_at = now() where token_hash = sha256('step');
select is((select outcome from signer_api.document(:'stepped')), 'step-up', 'a code not used: not signed');
update login_attempt set used_at = now() where token_hash = sha256('step');
update login_attempt set purpose = 'login' where token_hash = sha256('step');
select is((select outcome from signer_api.document(:'stepped')), 'step-up', 'the code of a login: not signed');
update login_attempt set purpose = 'step-up' where token_hash = sha256('step');
select is((select outcome from signer_api.document(:'stepped')), 'done', 'passed and used: signed');
select * from finish();
rollback;
