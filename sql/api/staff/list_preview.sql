-- staff_api.list_preview(list): what committing a list entered here would do.
-- Returns: one row with the numbers of each verdict; none when there is no such
--   preview of staff
-- Tables: partner_list, partner_list_row, university, term (read)
create or replace function staff_api.list_preview(p_session bytea,
    p_right text, p_list bigint, p_lang text)
returns table (list bigint, term text, state text, university text,
    university_name text, file_name text, total bigint, good bigint,
    doubtful bigint, known bigint, again bigint, bad bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select l.id, t.code, l.state, u.code, sojourn.pick(p_lang, u.name_ko,
	       u.name_en, u.name_ja), l.file_name, count(r.row_no),
	       count(r.row_no) filter (where r.verdict
		   not in ('error', 'duplicate', 'already')),
	       count(r.row_no) filter (where r.verdict in ('doubtful', 'differs')),
	       count(r.row_no) filter (where r.verdict = 'returning'),
	       count(r.row_no) filter (where r.verdict in ('duplicate', 'already')),
	       count(r.row_no) filter (where r.verdict = 'error')
	  from partner_list l
	  join term t on t.id = l.term_id
	  join university u on u.id = l.university_id
	  left join partner_list_row r on r.list_id = l.id
	 where l.id = p_list and l.on_behalf
	   and l.state in ('preview', 'committed')
	 group by l.id, t.code, u.id;
end
$$;
