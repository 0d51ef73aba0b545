-- staff_api.correction_decide(...): a correction is accepted and written, or
-- refused with an answer; the person is told by mail.
-- Outcomes: done; already (decided); gone; invalid (answer missing; value: not
--   a date, not a level)
-- Tables: correction (locked), the rest by sojourn.correction_write
create or replace function staff_api.correction_decide(p_session bytea,
    p_right text, p_request text, p_correction bigint, p_decision text,
    p_answer text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_c     record;
	v_end   text;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'correction') then
		return next sojourn.says('correction', 'already', null);
		return;
	end if;
	select c.id, c.state into v_c from correction c
	 where c.id = p_correction for update;
	v_end := case when v_c.id is null then 'gone'
	    when v_c.state <> 'open' then 'already'
	    when p_decision = 'refuse' and coalesce(p_answer, '') = ''
		then 'invalid'
	    else sojourn.correction_write(v_actor, p_correction,
		p_decision = 'accept', coalesce(p_answer, '')) end;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('correction', v_end, null, case v_end
		when 'invalid' then jsonb_build_object('field', 'answer')
		else jsonb_build_object('decision', p_decision) end, '',
		'correction', p_correction)]);
end
$$;
