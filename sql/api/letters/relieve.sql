-- letters_api.relieve(session, right, request, letter): the author need not
-- write any more: the link ends, what was written stays for who comes next.
-- Also after the text was submitted, when somebody else is to write it.
-- Outcomes: done, gone, changed, already
-- Tables: letter, letter_author (update), letter_step, audit (insert)
create or replace function letters_api.relieve(p_session bytea, p_right text,
    p_request text, p_letter bigint)
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
	v_a := letters_api.held(v_actor, p_request, 'letter-relieve', p_letter,
	    array['writing', 'review']);
	if v_a.outcome = 'done' then
		update letter_author a set state = 'relieved',
		       ended_at = sojourn.now()
		 where a.letter_id = p_letter
		   and a.state in ('open', 'submitted');
		update letter l set state = 'requested' where l.id = p_letter;
		perform sojourn.letter_step(v_actor, p_letter, 'relieved');
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
