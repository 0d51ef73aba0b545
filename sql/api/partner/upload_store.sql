-- partner_api.upload_store(...): keeps an uploaded list as a preview of the own
-- university; with the letter's number its letter too.
-- Parameters: p_letter_*  no number = the letter comes later; null = no file
-- Outcomes: done (detail: list); already; ineligible, window, late as
--   list_problem: refused before anything is kept; duplicate (this letter
--   number is recorded already); unknown (no such term)
-- Tables: stored_file, official_letter (insert) and those of list_store
create or replace function partner_api.upload_store(p_session bytea,
    p_right text, p_request text, p_term text, p_file_name text,
    p_sha256 bytea, p_notes jsonb, p_rows jsonb, p_letter_no text,
    p_letter_date date, p_letter_name text, p_letter_type text,
    p_letter bytea)
returns table (outcome text, rule text, detail jsonb, list bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current(p_term);
	v       verdict;
	v_list  bigint;
	v_letter bigint;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'upload') then
		return query select 'already', null::text, '{}'::jsonb, (select
		    max(a.object_id) from audit a
		    where a.request_id = p_request and a.act = 'upload'
		      and a.account_id = v_actor.account_id);
		return;
	end if;
	v := case when v_term is null then sojourn.verdict('gone')
	    else sojourn.list_problem(v_term, v_actor.university_id) end;
	if v.outcome is null and p_letter_no <> '' then
		v_letter := sojourn.letter_in(v_actor, v_actor.university_id,
		    v_term, 'applications', p_letter_no, p_letter_date,
		    p_letter_name, p_letter_type, p_letter);
		if v_letter is null then
			v := sojourn.verdict('duplicate', 'R6',
			    '{"field": "letter_no"}');
		end if;
	end if;
	if v.outcome is null then
		v_list := sojourn.list_store(v_actor, v_actor.university_id,
		    v_term, p_file_name, p_sha256, p_notes, p_rows);
		update partner_list l set letter_id = v_letter
		 where l.id = v_list;
		v := sojourn.verdict('done');
	else
		delete from request r
		 where r.account_id = v_actor.account_id and r.id = p_request;
	end if;
	perform sojourn.note(v_actor, 'upload', 'list', v_list, v.outcome,
	    v.rule, case when v.outcome = 'done' then p_request end);
	return query select v.outcome, v.rule, v.detail, v_list;
end
$$;
