-- sojourn.withdraw_ask(actor, person, code, reason, request, on_behalf): a
-- student asks to withdraw from a course of the current term (R11, R12).
-- Parameters: p_on_behalf  staff enter what came on paper: the window is not
--             asked, its end counts for the letter all the same
-- Outcomes: pending (asked: the home university has to confirm with its letter,
--   detail.until); window (R11; detail.opens_at or closes_at); gone (not
--   enrolled in it); closed (R32); duplicate (asked or withdrawn already);
--   already (request id)
-- Effects: the home university's coordinators are told by mail; the audit has
--   a row for its feed (R33).  The lower credit limit (R18) does not hinder:
--   the page warns, and it is looked at when windows close.
-- Tables: registration_right (locked), enrolment, withdrawal (written),
--   section, university, temporary_id, term (read), outbox, audit, request
create or replace function sojourn.withdraw_ask(p_actor sojourn.actor,
    p_person bigint, p_code text, p_reason text, p_request text,
    p_on_behalf boolean default false) returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current('');
	v_right record;
	v_e record;
	v_w record;
	v sojourn.verdict;
	v_id bigint;
begin
	select r.university_id into v_right from registration_right r
	 where r.person_id = p_person and r.term_id = v_term
	   for no key update;
	if not sojourn.claim(p_actor.account_id, p_request, 'withdraw') then
		return sojourn.verdict('already');
	end if;
	select e.section_id, e.state into v_e
	  from enrolment e join section s on s.id = e.section_id
	 where e.person_id = p_person and e.term_id = v_term
	   and s.code = p_code
	   for no key update of e;
	select * into v_w from sojourn.window_state(v_term, 'WITHDRAW');
	v := case
	    when v_w.state <> 'open' and not p_on_behalf
		and sojourn.exception_covers(v_term, p_person,
		    coalesce(v_e.section_id, 0)) is null
		then sojourn.verdict('window', 'R11', case v_w.state
		    when 'before' then jsonb_build_object('opens_at', v_w.opens_at)
		    when 'closed' then jsonb_build_object('closes_at', v_w.closes_at)
		    else '{}'::jsonb end)
	    when v_e.section_id is null then sojourn.verdict('gone')
	    when v_e.state = 'closed_by_host' then sojourn.verdict('closed', 'R32')
	    when v_e.state <> 'enrolled' then sojourn.verdict('duplicate', 'R12')
	    else sojourn.verdict('pending', 'R12') end;
	if v.outcome = 'pending' then
		insert into withdrawal (person_id, section_id, term_id,
		    university_id, reason, requested_at)
		values (p_person, v_e.section_id, v_term, v_right.university_id,
		    coalesce(p_reason, ''), sojourn.now())
		returning id into v_id;
		update enrolment set state = 'withdraw_requested'
		 where person_id = p_person and section_id = v_e.section_id;
		v.detail := jsonb_build_object('until', sojourn.withdraw_due(v_id));
		perform sojourn.mail('withdrawal-asked', c.email, c.lang,
		    jsonb_build_object('student', (select i.id from temporary_id i
			where i.person_id = p_person), 'section', p_code,
			'term', t.code, 'university', sojourn.pick(c.lang,
			    u.name_ko, u.name_en, u.name_ja),
			'until', v.detail -> 'until'),
		    c.account_id, p_university => u.id)
		  from university u
		 cross join lateral sojourn.coordinators(u.id) c
		  join term t on t.id = v_term
		 where u.id = v_right.university_id;
	end if;
	insert into audit (told_at, account_id, person_id, university_id, program,
	    act, object_kind, object_id, outcome, rule, request_id, detail)
	values (sojourn.now(), p_actor.account_id, p_person,
	    v_right.university_id, substr(session_user, 9), 'withdraw',
	    'section', v_e.section_id, v.outcome, v.rule, p_request,
	    v.detail || case when v_e.section_id is null then
		jsonb_strip_nulls(jsonb_build_object('section', substring(p_code,
		    '^[A-Z]{2,5}[0-9]{3,5}-[0-9]{2}$'))) else '{}' end
		|| jsonb_strip_nulls(jsonb_build_object('withdrawal', v_id)));
	return v;
end
$$;
