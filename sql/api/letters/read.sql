-- letters_api.read(session, right, request, letter, decision, version,
-- remarks): the second reader, never who wrote it, approves the text or sends
-- it back with remarks.
-- Outcomes: pending (approved; detail.serial is to be made by `press`), done
--   (sent back), forbidden (the reader wrote it), changed (another text or
--   state than the one that was read), invalid (detail.field), gone, already
-- Tables: letter, letter_draft (update), letter_author (read), those of
--         sojourn.letter_print and sojourn.letter_author_ask, letter_step,
--         audit (insert)
create or replace function letters_api.read(p_session bytea, p_right text,
    p_request text, p_letter bigint, p_decision text, p_version integer,
    p_remarks text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_a     sojourn.answer;
	v       record;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_a := letters_api.held(v_actor, p_request, 'letter-' || p_decision,
	    p_letter, array['review']);
	select d.version, a.account_id, a.name, a.email, a.lang into v
	  from letter_draft d join letter_author a on a.letter_id = d.letter_id
	   and a.state = 'submitted'
	 where d.letter_id = p_letter order by a.id desc limit 1;
	-- The author by a link may be a colleague's own mailbox.
	if v_a.outcome = 'done' and (v.account_id = v_actor.account_id
	    or lower(v.email) = (select lower(x.email) from account x
		where x.id = v_actor.account_id and x.email <> '')) then
		v_a.outcome := 'forbidden';
	elsif v_a.outcome = 'done' and v.version is distinct from p_version then
		v_a.outcome := 'changed';
	elsif v_a.outcome = 'done' and p_decision = 'return'
	    and btrim(p_remarks) = '' then
		v_a.outcome := 'invalid';
		v_a.detail := '{"field": "remarks"}';
	end if;
	if v_a.outcome = 'done' and p_decision = 'approve' then
		update letter_draft d set read_by = v_actor.account_id,
		       read_version = p_version, remarks = ''
		 where d.letter_id = p_letter;
		update letter l set state = 'approved' where l.id = p_letter;
		perform sojourn.letter_step(v_actor, p_letter, 'approved');
		v_a.outcome := 'pending';
		v_a.detail := jsonb_build_object('serial',
		    sojourn.letter_print(v_actor, p_letter));
	elsif v_a.outcome = 'done' then
		update letter_draft d set remarks = btrim(p_remarks)
		 where d.letter_id = p_letter;
		perform sojourn.letter_author_ask(v_actor, p_letter,
		    v.account_id, v.name, v.email, v.lang, true);
		perform sojourn.letter_step(v_actor, p_letter, 'returned',
		    p_remarks, false);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
