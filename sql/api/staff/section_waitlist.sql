-- staff_api.section_waitlist(...): switches the waiting list of a section on or
-- off.  Who waits already is still served.
-- Parameters: p_decision 'on' or 'off'
-- Outcomes: done; already (it was so, or the same request); gone (no such
--   section in the term); closed (R32)
-- Tables: section (update), audit (insert)
create or replace function staff_api.section_waitlist(p_session bytea,
    p_right text, p_request text, p_term text, p_section text,
    p_decision text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_s     record;
	v_end   sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'waitlist') then
		return next sojourn.says('waitlist', 'already');
		return;
	end if;
	select s.id, s.state, s.waitlist into v_s from section s
	 where s.term_id = sojourn.term_current(p_term) and s.code = p_section
	   for no key update;
	if v_s.id is null then
		v_end := sojourn.verdict('gone');
	elsif v_s.state = 'closed' then
		v_end := sojourn.verdict('closed', 'R32');
	elsif v_s.waitlist = (p_decision = 'on') then
		v_end := sojourn.verdict('already');
	else
		update section set waitlist = p_decision = 'on' where id = v_s.id;
		v_end := sojourn.verdict('done', null,
		    jsonb_build_object('to', p_decision));
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('waitlist', v_end.outcome, v_end.rule,
		v_end.detail, p_section, 'section', v_s.id)]);
end
$$;
