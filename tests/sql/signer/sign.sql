-- S20, S14: issuing is one transaction, goes forward only, and stays.
begin;
\ir ../documents.psql
select plan(28);

select pg_temp.enrol(pg_temp.person(3), 'BIO5012-01');
select pg_temp.ask(pg_temp.person(3)) as a \gset
select is(pg_temp.ask(pg_temp.person(3)), :'a', 'the same content is the same document');
select isnt(pg_temp.ask(pg_temp.person(3), 'ko'), :'a', 'another language is another document');
select pg_temp.print(:'a');
select is(pg_temp.sign(:'a'), '', 'signed; nothing ended with it');
select is(pg_temp.state(:'a'), 'valid', 'valid');
select is(pg_temp.ask(pg_temp.person(3)), :'a', 'and still the same document');
select is((select document_standing(id) from document where serial = :'a'), 'valid', 'it holds');

-- A change: the old one no longer holds at once, the new one ends it for good.
select pg_temp.enrol(pg_temp.person(3), 'CHE6022-01');
select is((select document_standing(id) from document where serial = :'a'), 'superseded',
    'what it rests on changed: superseded before anybody asks for a new one');
select pg_temp.ask(pg_temp.person(3)) as b \gset
select isnt(:'b'::text, :'a'::text, 'another registration is another document');
select pg_temp.enrol(pg_temp.person(3), 'CHE6022-02');
select pg_temp.ask(pg_temp.person(3)) as c \gset
select is(pg_temp.state(:'b'), 'failed', 'what waited is overtaken');
select pg_temp.print(:'c');
select is((select string_agg(outcome, ' ') from (select f.outcome from verify_api.find('en', sha256(convert_to('code ' || :'c', 'UTF8')),
    null, null) f union all select f.outcome from verify_api.find('en', null, sha256(convert_to('%PDF ' || :'c', 'UTF8')), null) f) x),
    'unknown unknown', 'what is printed and not signed is nothing that we know');
select is(pg_temp.sign(:'c'), :'a', 'the new one ends the old one');
select is(pg_temp.state(:'a'), 'superseded', 'superseded');
select is((select outcome from verify_api.find('en', sha256(convert_to('code ' || :'a', 'UTF8')), null, null)),
    'superseded', 'its code says so');

-- Only forward.
select throws_ok(format('update document set state = ''valid'' where serial = %L', :'a'), '23000', null,
    'superseded does not become valid again');
select throws_ok(format('update document set content = ''{}'' where serial = %L', :'c'), '23000', null,
    'the content stays');
select throws_ok(format('update document set sha256 = sha256(''x'') where serial = %L', :'c'), '23000', null,
    'the hash stays');
select throws_ok(format('update document set %s where serial = %L', change, :'c'), '23000', null, change || ': stays')
  from (values ('code_hash = sha256(''x'')'), ('credential = ''{"a": 1}'''), ('issued_at = issued_at - interval ''1 day''')) as v(change);
select throws_ok(format('delete from document where serial = %L', :'c'), '23000', null, 'and the document');
select throws_ok('update log_entry set entry = entry', '23000', null, 'entries of the log stay');
select throws_ok('delete from log_head', '23000', null, 'and its heads');
select throws_ok($$insert into log_entry (n, serial, action, entry, leaf_hash)
    select 99, serial, action, entry, leaf_hash from log_entry limit 1$$, '23505', null,
    'a serial is issued once');
select throws_ok(format('select signer_api.sign(%L, ''{}'', 9, ''{}'', sha256(''''), null, null, null, null)',
    :'c'), 'P0001', 'document is not printed', 'what is signed is not signed again');

-- Revoked by a decision.
select is(document_end(null, :'c', 'revoked', 'wrong'), 'done', 'revoked');
select is(document_end(null, :'c', 'revoked', 'wrong'), 'already', 'twice is once');
select is((select outcome from verify_api.find('en', null, sha256(convert_to('%PDF ' || :'c', 'UTF8')), null)),
    'revoked', 'its file says so');
select is(document_end(null, :'b', 'revoked', ''), 'gone', 'what was never issued cannot be revoked');
select * from finish();
rollback;
