-- teach_api.upload_decide(session, right, request, section, term, upload,
-- decision, seen): commits or discards a previewed sheet.  Committing does what the
-- preview showed or nothing.
-- Parameters: p_seen  the word of upload_head; '' = what was shown when the sheet
--             was sent
-- Outcomes: done (detail.n grades saved); already (committed, or the same
--   request); changed (something moved since the preview: shown anew, nothing
--   was saved); minimum (no row to save); gone (no such preview of the actor's)
-- Locks: the section, before it is judged
-- Tables: grade_upload (locked, update), section (locked); by teach_api.enter
create or replace function teach_api.upload_decide(p_session bytea,
    p_right text, p_request text, p_section text, p_term text,
    p_upload bigint, p_decision text, p_seen text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_u     record;
	v_id    integer;
	v_n     integer := 0;
	v_out   text;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_id := teach_api.section_of(v_actor, p_section, p_term);
	perform sojourn.grade_lock(v_id);
	select u.* into v_u from grade_upload u
	 where u.id = p_upload and u.section_id = v_id for update;
	v_out := case
	    when v_u.id is null or v_u.state = 'discarded' then 'gone'
	    when v_u.state = 'committed' then 'already'
	    when not sojourn.claim(v_actor.account_id, p_request, 'grades')
		then 'already'
	    when p_decision <> 'commit' then 'done'
	    when teach_api.judged(v_id, v_u.rows) <>
		coalesce(nullif(p_seen, ''), v_u.digest) then 'changed'
	    when not exists (select from sojourn.grade_judge(v_id, v_u.rows) j
		where j.verdict in ('new', 'change')) then 'minimum'
	    else 'commit' end;
	if v_out = 'commit' then
		select count(*) filter (where e.outcome = 'done') into v_n
		  from teach_api.enter(v_actor, p_request, v_id, (
		      select jsonb_agg(jsonb_build_object('student', j.student,
			  'grade', j.typed, 'version', j.version)
			  order by j.row_no)
			from sojourn.grade_judge(v_id, v_u.rows) j
		       where j.verdict in ('new', 'change')), 'file') e;
		update grade_upload set state = 'committed', saved = v_n
		 where id = p_upload;
		v_out := 'done';
	elsif v_out = 'done' then
		update grade_upload set state = 'discarded' where id = p_upload;
	elsif v_out in ('changed', 'minimum') then
		delete from request q
		 where q.account_id = v_actor.account_id and q.id = p_request;
		perform sojourn.note(v_actor, 'grade-file', 'grade_upload',
		    p_upload, v_out, 'R14');
	end if;
	return query select v_out, '', jsonb_build_object('n', v_n);
end
$$;
