-- S13: which rows a seal takes, and from where on none can come any more.
begin;
set search_path = sojourn, public;
set client_min_messages = warning;
select plan(19);
delete from sojourn.audit;
create temp table got (id bigint);
grant all on got to public;
create function pg_temp.add(p_n integer) returns void language sql as $$
	select sojourn.note(null, 'x', 't', g, 'done', 'S13') from generate_series(1, p_n) g
$$;
create function pg_temp.seal(p_n bigint, p_rows int8multirange, p_closed bigint, p_seen bigint,
    p_tx xid8) returns void language sql as $$
	select clerk_api.seal_store(p_n, p_rows, sha256('l'), sha256('r'), p_closed, p_seen, p_tx)
$$;
create function pg_temp.sign(p_n bigint) returns void language sql as $$
	insert into sojourn.signing_key (id, public_key) values ('audit-99', sha256('k')) on conflict do nothing;
	select signer_api.seal_sign(p_n, E'h\no\n' || p_n || E'\n3\n0\nr\nb\n-\n2025-01-01T00:00:00Z\n',
	    'audit-99', sha512('s'), false)
$$;

select pg_temp.add(3);
select min(id) as one from sojourn.audit \gset
set session authorization sojourn_clerk;
select is((select row (next, waiting, closed)::text from clerk_api.seal_state()), '(1,f,0)', 'at first nothing is sealed');
select is((select count(*)::integer from clerk_api.seal_rows(100)), 3, 'all rows wait');
select is((select count(*)::integer from clerk_api.seal_rows(2)), 2, 'as many as asked for');
select ok((select seen_id >= :one + 2 from clerk_api.seal_state()), 'the last id that was given');
-- The row in the middle is of a transaction that commits late.
select pg_temp.seal(1, int8multirange(int8range(:one::bigint, :one + 1), int8range(:one + 2, :one + 3)), 0, :one + 2, '1');
select is((select row (next, waiting)::text from clerk_api.seal_state()), '(2,t)', 'a seal waits for its head');
select pg_temp.seal(1, int8multirange(int8range(1, 2)), 9, 9, '1');
reset session authorization;
select is((select closed from sojourn.audit_seal where n = 1), 0::bigint, 'whoever comes second changes nothing');
select pg_temp.sign(1);
set session authorization sojourn_clerk;
select is((select array_agg(id::bigint - :one) from clerk_api.seal_rows(100)), array[1::bigint], 'the late row is left');
select is((select closed from clerk_api.seal_state()), :one + 2::bigint, 'all transactions of before have ended: closed');
reset session authorization;
select throws_ok('update sojourn.audit_seal set closed = 1', '23000', null, 'a seal is not changed');
select throws_ok('delete from sojourn.audit_seal', '23000', null, 'nor taken away, once it is signed');
select throws_ok('delete from sojourn.audit_head', '23000', null, 'nor is a head');
set session authorization sojourn_clerk;
select pg_temp.seal(2, int8multirange(int8range(:one + 1, :one + 2)), :one + 2, :one + 9, (pg_current_xact_id()::text::bigint + 1)::text::xid8);
select is((select closed from clerk_api.seal_state()), :one + 2::bigint, 'a transaction below it runs: not closed');
reset session authorization;
select is((select row (last, n, lost_from)::text from signer_api.seal_next()), '(1,2,)', 'the next to be signed');
select is((select row (head, unsealed, waiting)::text from sojourn.audit_sealing()), '(1,1,1)', 'what pages and watchers see');
-- Where a day's rows of an act stand, for who searches.
select is((select row (low - :one, high - :one)::text from sojourn.audit_day where act = 'x'), '(0,2)', 'a seal notes where an act stands on its day');
insert into sojourn.audit_day values ('2001-01-05', 'old', 1, 5), ('2001-01-09', 'old', 7, 9), ('2001-01-05', 'rare', 2, 2);
insert into sojourn.audit_seal (n, rows, leaves, root, closed, seen_id, seen_tx)
	values (3, '{[1,2)}', sha256('l'), sha256('r'), :one + 1000, 1, '1');
select :one + 1001 as free \gset
select is(sojourn.audit_spans('2001-01-03', '2001-01-06', '')::text, format('{[1,6),[%s,)}', :free), 'a day lies where its rows do, or behind the last bound');
select is(sojourn.audit_spans(null, null, 'old')::text, format('{[1,6),[7,10),[%s,)}', :free), 'an act in its pieces');
select is(sojourn.audit_spans('2002-01-01', null, 'rare')::text, format('{[%s,)}', :free), 'both together');
select is(sojourn.audit_spans(null, null, '')::text, '{[0,)}', 'nothing asked: everywhere');
select * from finish();
rollback;
