-- teach_api.upload_store(...): a sheet of grades that was read; nothing of it
-- counts yet.
-- Parameters: p_rows   [{"row", "student", "name", "grade"}, …]
--             p_notes  what the reader says of the file
-- Outcomes: done with the upload's id; already (the same request); unknown (a
--   section that is not the actor's)
-- Tables: grade_upload (insert), request, audit
create or replace function teach_api.upload_store(p_session bytea,
    p_right text, p_request text, p_section text, p_term text, p_file text,
    p_sha256 bytea, p_notes jsonb, p_rows jsonb)
returns table (outcome text, upload bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    integer;
	v_new   bigint;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_id := teach_api.section_of(v_actor, p_section, p_term);
	if v_id is null then
		return query select 'unknown', null::bigint;
		return;
	elsif not sojourn.claim(v_actor.account_id, p_request, 'grade-file') then
		return query select 'already', (select max(u.id)
		    from grade_upload u where u.section_id = v_id
		     and u.uploaded_by = v_actor.account_id
		     and u.sha256 = p_sha256);
		return;
	end if;
	insert into grade_upload (section_id, uploaded_by, file_name, sha256,
	    notes, rows, digest)
	values (v_id, v_actor.account_id, left(p_file, 200), p_sha256, p_notes,
	    p_rows, teach_api.judged(v_id, p_rows))
	returning id into v_new;
	perform sojourn.note(v_actor, 'grade-file', 'grade_upload', v_new,
	    'done', 'R14', p_request, jsonb_build_object('rows',
		jsonb_array_length(p_rows)));
	return query select 'done', v_new;
end
$$;
