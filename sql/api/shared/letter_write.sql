-- sojourn.letter_write(...): the author saves, submits or declines, whether he
-- came by his login or by a link.
-- Parameters: p_author   letter_author
--             p_decision save, submit or decline
--             p_version  of the draft that the form was made from: what was
--                        saved since in another window is not overwritten
-- Outcomes: done (detail.version), changed (somebody saved meanwhile;
--           detail.version), invalid (detail.field), gone (nobody waits for it
--           any more), already (request id)
-- Tables: letter, letter_author (locked, update), letter_draft (update),
--         letter_step, outbox, audit (insert), request
create or replace function sojourn.letter_write(p_actor sojourn.actor,
    p_author bigint, p_request text, p_decision text, p_version integer,
    p_salutation text, p_body text, p_closing text, p_name text, p_title text,
    p_confidential boolean, p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v   record;
	v_d letter_draft;
	v_new boolean;
	v_out text := 'done';
	v_detail jsonb := '{}';
begin
	select a.letter_id, a.state, l.state as at into v
	  from letter_author a join letter l on l.id = a.letter_id
	 where a.id = p_author for update of l, a;
	select * into v_d from letter_draft where letter_id = v.letter_id
	   for update;
	v_new := sojourn.claim(p_actor.account_id, p_request,
	    'letter-' || p_decision);
	-- Back, changed and saved again: versions tell, no typing is lost.
	if not v_new and (p_decision <> 'save' or v_d.body = p_body) then
		return next row('letter-' || p_decision, '', 'already', 'F8', '{}',
		    'letter', v.letter_id)::answer;
		return;
	end if;
	if v.state is distinct from 'open' or v.at <> 'writing' then
		v_out := 'gone';
	elsif p_decision = 'decline' then
		if btrim(p_reason) = '' then
			v_out := 'invalid';
			v_detail := '{"field": "reason"}';
		end if;
	elsif row(v_d.salutation, v_d.body, v_d.closing, v_d.signed_name,
	    v_d.signed_title, v_d.confidential) is not distinct from
	    row(p_salutation, p_body, p_closing, p_name, p_title, p_confidential)
	then
		v_detail := jsonb_build_object('version', v_d.version);
	elsif v_d.version <> p_version then
		v_out := 'changed';
		v_detail := jsonb_build_object('version', v_d.version);
	else
		update letter_draft d set version = d.version + 1,
		       salutation = p_salutation, body = p_body,
		       closing = p_closing, signed_name = p_name,
		       signed_title = p_title, confidential = p_confidential,
		       saved_at = sojourn.now(), saved_by = p_author
		 where d.letter_id = v.letter_id;
		v_detail := jsonb_build_object('version', v_d.version + 1);
	end if;
	if v_out = 'done' and p_decision = 'submit' and (btrim(p_body) = ''
	    or btrim(p_name) = '') then
		v_out := 'invalid';
		v_detail := v_detail || jsonb_build_object('field', case
		    when btrim(p_body) = '' then 'body' else 'signed_name' end);
	end if;
	if v_out = 'done' and p_decision in ('submit', 'decline') then
		update letter_author set state = case p_decision
		    when 'submit' then 'submitted' else 'declined' end,
		       ended_at = sojourn.now(), reason = case p_decision
		    when 'decline' then btrim(p_reason) else '' end
		 where id = p_author;
		update letter set state = case p_decision when 'submit'
		    then 'review' else 'requested' end where id = v.letter_id;
		perform sojourn.letter_step(p_actor, v.letter_id,
		    case p_decision when 'submit' then 'submitted'
			else 'declined' end);
		perform sojourn.letter_office(v.letter_id, case p_decision
		    when 'submit' then 'submitted' else 'declined' end);
		if p_decision = 'decline' then
			perform sojourn.letter_mail(v.letter_id, 'search');
		end if;
	end if;
	if v_out <> 'done' and v_new then
		delete from request r where r.id = p_request
		   and r.account_id = coalesce(p_actor.account_id, 0);
	end if;
	-- What a script saves by itself would fill the audit.
	if p_decision <> 'save' or p_request <> '' then
		perform sojourn.note(p_actor, 'letter-' || p_decision, 'letter',
		    v.letter_id, v_out, 'R114', case when v_out = 'done'
			and v_new then p_request end, v_detail || jsonb_build_object(
			'author', p_author));
	end if;
	return next row('letter-' || p_decision, '', v_out, 'R114', v_detail,
	    'letter', v.letter_id)::answer;
end
$$;
