-- sojourn.download(...): notes that a list of people was taken as a file, and what
-- for, as the session has said (S25); an address that was opened before anything
-- was said gives its file all the same (contract), and that is noted.
-- Parameters: p_what students, list, grades; p_kind, p_object  of what; p_rule;
--             p_detail  ids and plain values for the audit
-- Tables: download_reason (read), download, audit (insert)
create or replace function sojourn.download(p_actor sojourn.actor,
    p_what text, p_kind text, p_object bigint, p_rule text,
    p_detail jsonb default '{}') returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_reason text;
	v_words  text;
	v_id     bigint;
begin
	select r.reason, r.words into v_reason, v_words from download_reason r
	 where r.session_id = p_actor.session_id;
	-- An instructor takes the sheet to fill it in.
	v_reason := coalesce(v_reason, case when p_what = 'grades'
	    then 'grading' else 'unsaid' end);
	insert into download as d (account_id, what, object_kind, object_id,
	    reason, words)
	values (p_actor.account_id, p_what, p_kind, p_object, v_reason,
	    coalesce(v_words, ''))
	returning d.id into v_id;
	perform sojourn.note(p_actor, 'download', p_kind, p_object, 'done',
	    p_rule, null, p_detail || jsonb_build_object('what', p_what,
		'reason', v_reason, 'download', v_id));
end
$$;
