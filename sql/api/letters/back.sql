-- letters_api.back(session, right, request, letter, reason): a letter goes back
-- to its beginning: one that could not be printed, or one that was issued and
-- is wrong.  What was issued holds until a new one supersedes it.
-- Outcomes: done, invalid (detail.field), changed (also while it is being
--           made), gone, already
-- Tables: letter, letter_author (update), letter_document, document (read),
--         letter_step, outbox, audit (insert)
create or replace function letters_api.back(p_session bytea, p_right text,
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
	v_a := letters_api.held(v_actor, p_request, 'letter-correct', p_letter,
	    array['approved', 'issued', 'delivered']);
	if v_a.outcome = 'done' and btrim(p_reason) = '' then
		v_a.outcome := 'invalid';
		v_a.detail := '{"field": "reason"}';
	elsif v_a.outcome = 'done' and exists (select from letter_document x
	    join document d on d.serial = x.serial
	    where x.letter_id = p_letter
	      and d.state in ('asked', 'printed')) then
		v_a.outcome := 'changed';
	elsif v_a.outcome = 'done' then
		update letter_author a set state = 'relieved'
		 where a.letter_id = p_letter and a.state = 'submitted';
		update letter l set state = 'requested', ended_at = null
		 where l.id = p_letter;
		perform sojourn.letter_step(v_actor, p_letter, 'correcting',
		    p_reason);
		perform sojourn.letter_mail(p_letter, 'correcting');
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
