-- cli_api.doctor_lists(): uploaded lists, their rows and letters belong to one
-- university and term (S11, R6).
-- Violations: list-committed, list-letter, list-row, application-list
-- Tables: partner_list, partner_list_row, application, official_letter (read)
create or replace function cli_api.doctor_lists()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'list-committed', format('list=%s state=%s', l.id, l.state)
	  from partner_list l
	 where (l.state = 'committed') <> (l.committed_at is not null)
	union all
	select 'list-letter', format('list=%s letter=%s', l.id, g.id)
	  from partner_list l join official_letter g on g.id = l.letter_id
	 where g.university_id <> l.university_id
	    or g.term_id is distinct from l.term_id
	union all
	select 'list-row', format('list=%s row=%s application=%s', r.list_id,
	       r.row_no, a.id)
	  from partner_list_row r
	  join partner_list l on l.id = r.list_id
	  join application a on a.id = r.application_id
	 where a.university_id <> l.university_id or a.term_id <> l.term_id
	union all
	select 'application-list', format('application=%s list=%s', a.id, l.id)
	  from application a join partner_list l on l.id = a.list_id
	 where a.university_id <> l.university_id or a.term_id <> l.term_id
	    or l.state <> 'committed'
	 order by 1, 2
$$;
