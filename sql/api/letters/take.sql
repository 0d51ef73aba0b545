-- letters_api.take(session, right, request, letter, take): an officer looks
-- after a letter from now on, or no longer.
-- Outcomes: done, gone, changed (it is over), already
-- Tables: letter (update), letter_step, audit (insert)
create or replace function letters_api.take(p_session bytea, p_right text,
    p_request text, p_letter bigint, p_take boolean)
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
	v_a := letters_api.held(v_actor, p_request, case when p_take
	    then 'letter-take' else 'letter-release' end, p_letter,
	    array['requested', 'writing', 'review', 'approved', 'issued']);
	if v_a.outcome = 'done' then
		update letter l set officer = case when p_take
		    then v_actor.account_id end where l.id = p_letter;
		perform sojourn.letter_step(v_actor, p_letter, case when p_take
		    then 'taken' else 'released' end, '', p_take);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
