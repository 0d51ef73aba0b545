-- cli_api.doctor_letters(): letters of recommendation, their authors, texts and
-- documents agree.
-- Violations: letter-document, letter-author, letter-eyes, letter-delivered,
--             letter-seal
-- Tables: letter, letter_author, letter_draft, letter_document, letter_delivery,
--         document, account (read)
create or replace function cli_api.doctor_letters()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'letter-document', format('letter=%s state=%s', l.id, l.state)
	  from letter l
	 where (l.state in ('issued', 'delivered') and not exists (select
		from letter_document x join document d on d.serial = x.serial
		where x.letter_id = l.id and d.state = 'valid'))
	    or (l.state in ('revoked', 'cancelled', 'refused') and exists (select
		from letter_document x join document d on d.serial = x.serial
		where x.letter_id = l.id and d.state = 'valid'))
	union all
	select 'letter-author', format('letter=%s state=%s', l.id, l.state)
	  from letter l
	 where (l.state = 'writing') <> exists (select from letter_author a
	    where a.letter_id = l.id and a.state = 'open')
	union all
	select 'letter-eyes', format('letter=%s account=%s', d.letter_id,
	       d.read_by)
	  from letter_draft d join letter_author a on a.id = d.saved_by
	 where d.read_version = d.version and (a.account_id = d.read_by
	    or lower(a.email) = (select lower(x.email) from account x
		where x.id = d.read_by and x.email <> ''))
	union all
	select 'letter-delivered', format('letter=%s', l.id)
	  from letter l
	 where l.state = 'delivered' and not exists (select
	    from letter_delivery s where s.letter_id = l.id)
	union all
	select 'letter-seal', format('letter=%s serial=%s', s.letter_id, s.serial)
	  from letter_delivery s join letter_document x on x.serial = s.serial
	 where x.letter_id <> s.letter_id
	    or (x.sealed and s.way = 'download')
	 order by 1, 2
$$;
