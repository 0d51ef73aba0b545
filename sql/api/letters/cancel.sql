-- letters_api.cancel(session, right, request, letter): the student takes a
-- request back, as long as nothing was approved or issued.
-- Outcomes: done, closed (too late), gone (not one of the own), already
-- Tables: letter (locked, update), letter_document (read), letter_author
--         (update), letter_step, outbox, audit (insert)
create or replace function letters_api.cancel(p_session bytea, p_right text,
    p_request text, p_letter bigint)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_state text;
	v_a     sojourn.answer;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_a := row('letter-cancel', '', 'done', 'R113', '{}', 'letter',
	    p_letter)::answer;
	select l.state into v_state from letter l
	 where l.id = p_letter and l.person_id in (v_actor.person_id,
		sojourn.person_root(v_actor.person_id))
	   for update;
	if v_state is null then
		v_a.outcome := 'gone';
		v_a.object_id := null;
	elsif not sojourn.claim(v_actor.account_id, p_request,
	    'letter-cancel') then
		v_a.outcome := 'already';
	elsif v_state not in ('requested', 'writing', 'review')
	    or exists (select from letter_document x
		where x.letter_id = p_letter) then
		v_a.outcome := 'closed';
	else
		update letter_author a set state = 'relieved',
		       ended_at = sojourn.now()
		 where a.letter_id = p_letter and a.state = 'open';
		update letter l set state = 'cancelled',
		       ended_at = sojourn.now() where l.id = p_letter;
		perform sojourn.letter_step(v_actor, p_letter, 'cancelled');
		perform sojourn.letter_mail(p_letter, 'cancelled');
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
