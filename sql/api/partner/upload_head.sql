-- partner_api.upload_head(session, right, list): the head of a preview or of a
-- committed list of the own university; no row for a foreign or unknown one.
-- Tables: partner_list, partner_list_row, term, official_letter, time_window
create or replace function partner_api.upload_head(p_session bytea,
    p_right text, p_list bigint)
returns table (list bigint, term text, state text, file_name text,
    notes jsonb, letter_no text, letter_date date, total bigint, good bigint,
    n_new bigint, n_returning bigint, n_adopts bigint, n_doubtful bigint,
    n_out bigint, n_error bigint, closes_at timestamptz, committed_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor actor := sojourn.enter(p_session, p_right);
begin
	return query
	select l.id, t.code, l.state, l.file_name, l.notes, o.letter_no,
	       o.letter_date, count(r.row_no),
	       count(r.row_no) filter (where r.verdict in ('new', 'returning',
		   'adopts', 'differs', 'corrects', 'doubtful')),
	       count(r.row_no) filter (where r.verdict = 'new'),
	       count(r.row_no) filter (where r.verdict = 'returning'),
	       count(r.row_no) filter (where r.verdict in ('adopts', 'corrects')),
	       count(r.row_no) filter (where r.verdict in ('doubtful', 'differs')),
	       count(r.row_no) filter (where r.verdict in ('duplicate', 'already')),
	       count(r.row_no) filter (where r.verdict = 'error'),
	       w.closes_at, l.committed_at
	  from partner_list l
	  join term t on t.id = l.term_id
	  left join official_letter o on o.id = l.letter_id
	  left join partner_list_row r on r.list_id = l.id
	  left join time_window w on w.term_id = t.id and w.kind = 'APPLY'
	   and w.university_id is null and w.replaced_at is null
	 where l.id = p_list and l.state in ('preview', 'committed')
	   and l.university_id = v_actor.university_id
	   and v_actor.outcome = 'done'
	 group by l.id, t.code, o.letter_no, o.letter_date, w.closes_at;
end
$$;
