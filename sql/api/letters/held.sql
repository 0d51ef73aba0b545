-- letters_api.held(actor, request, act, letter, states): the beginning of an act
-- of the desk: the letter is locked, the request id taken, the state looked at.
-- Returns: the answer so far: done (go on), gone (no such letter), already,
--          changed (it is in another state by now)
-- Tables: letter (locked), request (insert)
create or replace function letters_api.held(p_actor sojourn.actor,
    p_request text, p_act text, p_letter bigint, p_states text[])
returns sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_state text;
begin
	select l.state into v_state from letter l where l.id = p_letter
	   for update;
	return row(p_act, '', case when v_state is null then 'gone'
	    when not sojourn.claim(p_actor.account_id, p_request, p_act)
		then 'already'
	    when v_state <> all (p_states) then 'changed'
	    else 'done' end, 'R115', '{}', 'letter', case
		when v_state is not null then p_letter end)::sojourn.answer;
end
$$;
