-- sojourn.list_store(...): keeps an uploaded list as a preview.  Nothing of it
-- counts before it is committed; older previews of the same university and
-- person are discarded.
-- Parameters: p_rows   as applicant_json() makes it: row, duplicate_of, cells,
--             raw, problems; resident numbers are blank in it already (S16)
--             p_notes  what the reader says about the file
-- Returns: the list's id
-- Tables: partner_list, partner_list_row (insert), partner_list (update)
create or replace function sojourn.list_store(p_actor sojourn.actor,
    p_university integer, p_term integer, p_file_name text, p_sha256 bytea,
    p_notes jsonb, p_rows jsonb)
returns bigint
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_list bigint;
begin
	delete from partner_list l
	 where l.uploaded_by = p_actor.account_id
	   and l.university_id = p_university and l.state = 'preview'
	   and l.uploaded_at < sojourn.now() - interval '2 days';
	insert into partner_list (university_id, term_id, uploaded_by,
	    on_behalf, uploaded_at, file_name, file_sha256, notes)
	values (p_university, p_term, p_actor.account_id,
	    p_actor.kind = 'staff', sojourn.now(), left(p_file_name, 200),
	    p_sha256, p_notes)
	returning id into v_list;
	insert into partner_list_row (list_id, row_no, cells, raw, problems,
	    duplicate_of, verdict)
	select v_list, (r.value ->> 'row')::integer, r.value -> 'cells',
	       r.value -> 'raw', r.value -> 'problems' || case
		   when r.value #>> '{cells,status}' = 'leave'  -- R2
		   then '[{"column": "status", "reason": "leave"}]' else '[]' end::jsonb,
	       (r.value ->> 'duplicate_of')::integer, 'error'
	  from jsonb_array_elements(p_rows) r;
	perform list_judge(v_list);
	return v_list;
end
$$;
