-- cli_api.doctor_final_lists(): the lists that home universities were sent (R55).
-- Violations: list-version (a number is left out), list-count (the head says
--             other numbers than the rows), list-foreign (a row of another
--             university or term, S11), list-acknowledged (by somebody else's
--             account, with another university's letter, or before it was made),
--             list-signed (grades without a document, or with that of another
--             list, R186)
-- Tables: final_list, final_list_row, application, account, official_letter,
--   document (read)
create or replace function cli_api.doctor_final_lists()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'list-version', format('list=%s', l.id) from final_list l
	 where l.version > 1 and not exists (select from final_list b
	    where b.university_id = l.university_id and b.term_id = l.term_id and b.kind = l.kind
	      and b.version = l.version - 1)
	union all
	select 'list-count', format('list=%s', l.id)
	  from final_list l
	  left join lateral (select
		count(distinct r.person_id) filter (where r.mark <> 'removed') as students,
		count(r.section_id) filter (where r.mark <> 'removed') as registrations,
		count(*) filter (where r.mark = 'added') as added,
		count(*) filter (where r.mark = 'removed') as removed,
		count(*) filter (where r.mark = 'changed') as changed
	      from final_list_row r where r.list_id = l.id) n on true
	 where (l.students, l.registrations, l.added, l.removed, l.changed)
	    is distinct from (n.students, n.registrations, n.added, n.removed,
		n.changed)
	union all
	select distinct 'list-foreign', format('list=%s application=%s', l.id,
	       r.application_id)
	  from final_list l
	  join final_list_row r on r.list_id = l.id
	  left join application a on a.id = r.application_id
	 where a.university_id is distinct from l.university_id
	    or a.term_id is distinct from l.term_id
	union all
	select 'list-acknowledged', format('list=%s', l.id)
	  from final_list l
	  left join account c on c.id = l.acknowledged_by
	  left join official_letter o on o.id = l.letter_id
	 where l.acknowledged_at < l.made_at
	    or (c.kind = 'partner' and c.university_id <> l.university_id)
	    or o.university_id <> l.university_id
	union all
	select 'list-signed', format('list=%s serial=%s', l.id, l.serial)
	  from final_list l left join document d on d.serial = l.serial
	 where l.kind = 'grades'
	   and (d.university_id is distinct from l.university_id
	    or (d.content ->> 'version')::integer is distinct from l.version)
	 order by 1, 2
$$;
