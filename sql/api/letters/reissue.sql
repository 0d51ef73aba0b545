-- letters_api.reissue(session, right, request, letter): an approved letter that
-- could not be printed is printed again.
-- Outcomes: pending (detail.serial), changed (it is being made, or was made),
--           gone, already
-- Tables: letter_document, document (read), those of sojourn.letter_print,
--         audit (insert)
create or replace function letters_api.reissue(p_session bytea, p_right text,
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
	v_a := letters_api.held(v_actor, p_request, 'letter-reissue', p_letter,
	    array['approved']);
	if v_a.outcome = 'done' and exists (select from letter_document x
	    join document d on d.serial = x.serial
	    where x.letter_id = p_letter
	      and d.state in ('asked', 'printed')) then
		v_a.outcome := 'changed';
	elsif v_a.outcome = 'done' then
		v_a.outcome := 'pending';
		v_a.detail := jsonb_build_object('serial',
		    sojourn.letter_print(v_actor, p_letter));
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[v_a]);
end
$$;
