-- partner_api.letter_record(...): the official letter of a committed list, later
-- (R6); see sojourn.letter_of_list.
-- Parameters: p_upload  the list; p_name, p_type, p_bytes  the scanned letter,
--             null when none was sent
-- Outcomes: as sojourn.letter_of_list; already also for the same request
-- Tables: those of sojourn.letter_of_list
create or replace function partner_api.letter_record(p_session bytea,
    p_right text, p_request text, p_upload bigint, p_letter_no text,
    p_letter_date date, p_name text, p_type text, p_bytes bytea)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_say   sojourn.verdict;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'letter') then
		return next sojourn.says('letter', 'already', 'R6');
		return;
	end if;
	v_say := sojourn.letter_of_list(v_actor, v_actor.university_id,
	    p_upload, p_letter_no, p_letter_date, p_name, p_type, p_bytes);
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('letter', v_say.outcome, v_say.rule, v_say.detail,
		'', 'list', case when v_say.outcome <> 'gone' then p_upload end)]);
end
$$;
