-- cli_api.doctor_documents(): what was issued, its files and the log agree.
-- Violations: document-file, document-log, document-two, log-gap, log-leaf,
--             log-head, log-time, log-status, document-wish, wish-copies
-- Tables: document, document_kind, document_file, log_entry, log_head,
--         certificate_request, certificate_copy (read)
create or replace function cli_api.doctor_documents()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'document-file', format('document=%s', d.id)
	  from document d left join document_file f on f.document_id = d.id
	 where d.state in ('printed', 'valid', 'superseded', 'revoked')
	   and (f.file is null or sha256(f.file) <> d.sha256)
	union all
	select 'document-log', format('document=%s serial=%s', d.id, d.serial)
	  from document d left join log_entry l on l.serial = d.serial
		and l.action = 'issue'
	 where d.state in ('valid', 'superseded', 'revoked')
	   and (l.n is null or l.entry::jsonb ->> 'sha256'
		is distinct from encode(d.sha256, 'hex'))
	union all
	select 'document-two', format('series=%s', d.series_id)
	  from document d where d.state = 'valid'
	 group by d.series_id having count(*) > 1
	union all
	select 'log-gap', format('entry=%s', l.n)
	  from (select n, row_number() over (order by n) - 1 as place
		  from log_entry) l
	 where l.n <> l.place
	union all
	select 'log-leaf', format('entry=%s', l.n) from log_entry l
	 where l.leaf_hash <> sha256('\x00' || convert_to(l.entry, 'UTF8'))
	    or l.entry::jsonb ->> 'serial' is distinct from l.serial
	    or l.entry::jsonb ->> 'action' is distinct from l.action
	union all
	select 'log-head', format('size=%s', h.size)
	  from (select * from log_head order by size desc limit 20) h
	 where h.root is distinct from sojourn.log_root(h.size)
	union all
	select 'log-head', format('entries=%s', count(*)) from log_entry
	having count(*) > coalesce((select max(size) from log_head), 0)
	union all
	select 'log-time', format('entry=%s', l.n)
	  from (select n, entry::jsonb ->> 'at' as at, max(entry::jsonb ->>
		    'at') over (order by n) as latest from log_entry) l
	 where l.at < l.latest
	union all
	select 'log-status', format('document=%s serial=%s', d.id, d.serial)
	  from document d join log_entry l on l.serial = d.serial
	 where d.state = 'valid' and l.action <> 'issue'
	union all
	select 'document-wish', format('document=%s serial=%s', d.id, d.serial)
	  from document d join document_kind k on k.kind = d.kind
	 where k.certificate and d.state in ('valid', 'superseded', 'revoked')
	   and not exists (select from certificate_copy y
		join certificate_request r on r.id = y.request_id
		where y.document_id = d.id and r.state = 'issued'
		  and r.person_id = d.person_id)
	union all
	select 'wish-copies', format('request=%s copies=%s', r.id, r.copies)
	  from certificate_request r
	 where r.state = 'issued' and r.copies <> (select count(*)
		from certificate_copy y where y.request_id = r.id)
	 order by 1, 2
$$;
