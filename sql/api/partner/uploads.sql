-- partner_api.uploads(session, right, term): the own university's lists of a
-- term, newest first, and what stands in the way of another one.
-- Tables: partner_list, official_letter, account (read)
create or replace function partner_api.uploads(p_session bytea, p_right text,
    p_term text)
returns table (list bigint, state text, file_name text, uploaded_at timestamptz,
    committed_at timestamptz, students bigint, letter_no text, by_whom text,
    on_behalf boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor actor := sojourn.enter(p_session, p_right);
begin
	return query
	select l.id, l.state, l.file_name, l.uploaded_at, l.committed_at,
	       (select count(*) from partner_list_row r where r.list_id = l.id
		  and r.verdict not in ('error', 'duplicate', 'already')),
	       o.letter_no, a.name, l.on_behalf
	  from partner_list l
	  left join official_letter o on o.id = l.letter_id
	  left join account a on a.id = l.uploaded_by
	 where l.university_id = v_actor.university_id
	   and v_actor.outcome = 'done'
	   and l.term_id = sojourn.term_current(p_term)
	   and l.state in ('preview', 'committed')
	 order by l.id desc limit 50;
end
$$;
