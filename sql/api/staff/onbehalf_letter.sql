-- staff_api.onbehalf_letter(...): the official letter of a committed list came
-- on paper (R6).
-- Parameters: p_received  when it came, null = now: what counts is the receipt
-- Outcomes: those of sojourn.letter_of_list; already (the same request)
-- Tables: partner_list (read), the rest by sojourn.letter_of_list
create or replace function staff_api.onbehalf_letter(p_session bytea,
    p_right text, p_request text, p_list bigint, p_no text, p_date date,
    p_received timestamptz, p_name text, p_type text, p_bytes bytea)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_end   sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'onbehalf') then
		return next sojourn.says('onbehalf-letter', 'already', 'R6');
		return;
	end if;
	v_end := case
	    when p_received > sojourn.now() then sojourn.verdict('invalid', 'R6',
		'{"field": "received_at"}')
	    when p_no = '' then sojourn.verdict('invalid', 'R6',
		'{"field": "letter_no"}')
	    when p_date is null then sojourn.verdict('invalid', 'R6',
		'{"field": "letter_date"}')
	    else sojourn.letter_of_list(v_actor, (select l.university_id
		from partner_list l where l.id = p_list), p_list, p_no, p_date,
		p_name, p_type, p_bytes, p_received) end;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('onbehalf-letter', v_end.outcome, v_end.rule,
		v_end.detail, '', 'partner_list', p_list)]);
end
$$;
