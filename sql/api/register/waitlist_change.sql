-- register_api.waitlist_change(session, right, request, code, decision): joins
-- or leaves the waiting list of a section, or takes the seat that was offered.
-- Parameters: p_decision 'add', 'remove' or 'take'; who has an offer takes it
--             with 'add' as well
-- Returns: one row with the outcomes of sojourn.waitlist_add, waitlist_leave or
--          waitlist_take; already for a request id seen before
-- Tables: section (read), request, audit (insert), and as those functions
create or replace function register_api.waitlist_change(p_session bytea,
    p_right text, p_request text, p_code text, p_decision text)
returns table (section text, act text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_end   sojourn.verdict;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if p_decision = 'take' or (p_decision = 'add' and exists (select
	    from waitlist w join section s on s.id = w.section_id
	    where s.term_id = sojourn.term_register() and s.code = p_code
	      and w.person_id = v_actor.person_id and w.state = 'offered'
	      and w.expires_at > sojourn.now())) then
		return query select * from sojourn.waitlist_take(v_actor,
		    p_request, p_code);
		return;
	end if;
	section := p_code;
	act := 'waitlist-' || p_decision;
	detail := '{}';
	if not sojourn.claim(v_actor.account_id, p_request, act) then
		outcome := 'already';
		return next;
		return;
	end if;
	v_end := case p_decision when 'add'
	    then sojourn.waitlist_add(v_actor, p_code)
	    else sojourn.waitlist_leave(v_actor, p_code) end;
	outcome := v_end.outcome;
	rule := v_end.rule;
	detail := coalesce(v_end.detail, '{}');
	perform sojourn.note(v_actor, act, 'section', (select s.id from section s
		where s.term_id = sojourn.term_register() and s.code = p_code),
	    outcome, rule, p_request, detail);
	return next;
end
$$;
