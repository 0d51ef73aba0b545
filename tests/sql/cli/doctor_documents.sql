-- doctor finds what is planted in documents and their log, and nothing else.
begin;
\ir ../documents.psql
select plan(15);

-- One document superseded by another, both in the log.
select pg_temp.enrol(pg_temp.person(3), 'BIO5012-01');
select pg_temp.ask(pg_temp.person(3)) as a \gset
select pg_temp.print(:'a');
select pg_temp.sign(:'a');
select pg_temp.enrol(pg_temp.person(3), 'CHE6022-01');
select pg_temp.ask(pg_temp.person(3)) as b \gset
select pg_temp.print(:'b');
select pg_temp.sign(:'b');
set session authorization sojourn_cli;
select is_empty('select * from cli_api.doctor_documents()', 'two documents: sound');
reset session authorization;
alter table document disable trigger user;
alter table document_file disable trigger user;
alter table log_entry disable trigger user;
alter table log_head disable trigger user;

create function pg_temp.found(p_violation text, p_plant text)
returns text language plpgsql as $$
declare
	v_found boolean;
begin
	begin
		execute p_plant;
		v_found := exists (select from cli_api.doctor_documents() d
		    where d.violation = p_violation);
		raise exception sqlstate 'PLANT';
	exception when sqlstate 'PLANT' then
		return is(v_found, true, 'finds ' || p_violation);
	end;
end
$$;
select pg_temp.found(p.violation, p.plant) from (values
	(1, 'document-file', $p$update document_file set file = 'x'$p$),
	(2, 'document-log', $p$delete from log_entry where n = 1$p$),
	(3, 'document-two', $p$update document set state = 'valid', ended_at = null
	    where state = 'superseded'$p$),
	(4, 'log-gap', $p$delete from log_entry where n = 0$p$),
	(5, 'log-leaf', $p$update log_entry set entry = replace(entry, 'issue', 'Issue') where n = 0$p$),
	(6, 'log-head', $p$update log_entry set leaf_hash = sha256('x') where n = 0$p$),
	(7, 'log-head', $p$delete from log_head where size = 2$p$),
	(8, 'log-status', $p$insert into log_entry (n, serial, action, entry, leaf_hash)
	    select 2, serial, 'revoke', entry, leaf_hash from log_entry where n = 1$p$),
	(10, 'document-file', $p$delete from document_file$p$),
	(11, 'document-log', $p$update document set sha256 = sha256(serial::bytea)$p$),
	(12, 'log-leaf', $p$update log_entry set serial = serial || '0' where n = 0$p$),
	(13, 'log-leaf', $p$update log_entry set action = 'revoke' where n = 0$p$),
	(14, 'log-head', $p$update log_head set root = sha256('x') where size = 1$p$),
	(9, 'log-time', $p$update log_entry set entry = jsonb_build_object('at', 9 - n)::text$p$)
       ) as p(n, violation, plant) order by p.n;
select * from finish();
rollback;
