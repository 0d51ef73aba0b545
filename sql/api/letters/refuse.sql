-- letters_api.refuse(session, right, request, letter, reason): no letter is
-- written; the student reads the reason.
-- Outcomes: done, invalid (detail.field), closed (a document of it holds:
--           revoke it), changed, gone, already
-- Tables: letter, letter_author (update), letter_document, document (read),
--         letter_step, outbox, audit (insert)
create or replace function letters_api.refuse(p_session bytea, p_right text,
    p_request text, p_letter bigint, p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_a     sojourn.answer;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_a := letters_api.held(v_actor, p_request, 'letter-refuse', p_letter,
	    array['requested', 'writing', 'review']);
	if v_a.outcome = 'done' and btrim(p_reason) = '' then
		v_a.outcome := 'invalid';
		v_a.detail := '{"field": "reason"}';
	elsif v_a.outcome = 'done' and exists (select from letter_document x
	    join document d on d.serial = x.serial
	    where x.letter_id = p_letter and d.state = 'valid') then
		v_a.outcome := 'closed';
	elsif v_a.outcome = 'done' then
		update letter_author a set state = 'relieved',
		       ended_at = sojourn.now()
		 where a.letter_id = p_letter and a.state = 'open';
		update letter l set state = 'refused',
		       ended_at = sojourn.now() where l.id = p_letter;
		perform sojourn.letter_step(v_actor, p_letter, 'refused',
		    p_reason);
		perform sojourn.letter_mail(p_letter, 'refused');
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
