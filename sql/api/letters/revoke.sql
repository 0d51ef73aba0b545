-- letters_api.revoke(session, right, request, letter, reason): the issued letter
-- does not hold any more; /verify says so at once.
-- Outcomes: done, invalid (detail.field), changed (nothing was issued, or it is
--           being made), gone, already
-- Tables: letter, letter_author (update), letter_document, document (read),
--         those of sojourn.document_end, letter_step, outbox, audit (insert)
create or replace function letters_api.revoke(p_session bytea, p_right text,
    p_request text, p_letter bigint, p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor  sojourn.actor := sojourn.enter(p_session, p_right);
	v_a      sojourn.answer;
	v_serial text;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_a := letters_api.held(v_actor, p_request, 'letter-revoke', p_letter,
	    array['requested', 'writing', 'review', 'issued', 'delivered']);
	select x.serial into v_serial from letter_document x
	  join document d on d.serial = x.serial
	 where x.letter_id = p_letter and d.state = 'valid'
	 order by d.id desc limit 1;
	if v_a.outcome = 'done' and v_serial is null then
		v_a.outcome := 'changed';
	elsif v_a.outcome = 'done' and btrim(p_reason) = '' then
		v_a.outcome := 'invalid';
		v_a.detail := '{"field": "reason"}';
	elsif v_a.outcome = 'done' then
		perform sojourn.document_end(v_actor, v_serial, 'revoked',
		    'letter');
		update letter_author a set state = 'relieved',
		       ended_at = sojourn.now()
		 where a.letter_id = p_letter and a.state = 'open';
		update letter l set state = 'revoked',
		       ended_at = sojourn.now() where l.id = p_letter;
		perform sojourn.letter_step(v_actor, p_letter, 'revoked',
		    p_reason);
		perform sojourn.letter_mail(p_letter, 'revoked');
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
