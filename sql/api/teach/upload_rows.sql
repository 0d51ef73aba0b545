-- teach_api.upload_rows(session, right, section, term, upload): the preview of a
-- sheet row by row, judged anew each time it is shown.
-- Tables: grade_upload (read), by sojourn.grade_judge
create or replace function teach_api.upload_rows(p_session bytea,
    p_right text, p_section text, p_term text, p_upload bigint)
returns table (row_no integer, student text, name text, typed text,
    verdict text, why text, known text, now text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    integer;
	v_rows  jsonb;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_id := teach_api.section_of(v_actor, p_section, p_term);
	select u.rows into v_rows from grade_upload u
	 where u.id = p_upload and u.section_id = v_id
	   and u.state <> 'discarded';
	return query select j.row_no, j.student, j.name, j.typed, j.verdict,
	    j.why, j.known, j.now
	  from sojourn.grade_judge(v_id, v_rows) j;
end
$$;
