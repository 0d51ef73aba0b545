-- sojourn.withdraw_back(actor, person, code, request): a student takes back a
-- withdrawal that the home university has not confirmed yet.
-- Outcomes: done; ineligible (R12: confirmed, or ended already); gone (none was
--   asked); already (request id)
-- Tables: registration_right (locked), withdrawal, enrolment (update),
--   section (read), audit, request (insert)
create or replace function sojourn.withdraw_back(p_actor sojourn.actor,
    p_person bigint, p_code text, p_request text) returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current('');
	v_w record;
	v sojourn.verdict := sojourn.verdict('done', 'R12');
begin
	perform 1 from registration_right r
	  where r.person_id = p_person and r.term_id = v_term
	    for no key update;
	if not sojourn.claim(p_actor.account_id, p_request, 'withdraw-back') then
		return sojourn.verdict('already');
	end if;
	select w.id, w.section_id, w.state, w.university_id into v_w
	  from withdrawal w join section s on s.id = w.section_id
	 where w.person_id = p_person and w.term_id = v_term
	   and s.code = p_code and w.state <> 'taken-back'
	 order by w.id desc limit 1
	   for no key update of w;
	if not found then
		v := sojourn.verdict('gone');
	elsif v_w.state <> 'requested' then
		v := sojourn.verdict('ineligible', 'R12');
	else
		update withdrawal set state = 'taken-back',
		       decided_at = sojourn.now(), decided_by = p_actor.account_id
		 where id = v_w.id;
		update enrolment set state = 'enrolled'
		 where person_id = p_person and section_id = v_w.section_id
		   and state = 'withdraw_requested';
	end if;
	insert into audit (told_at, account_id, person_id, university_id, program,
	    act, object_kind, object_id, outcome, rule, request_id, detail)
	values (sojourn.now(), p_actor.account_id, p_person,
	    v_w.university_id, substr(session_user, 9), 'withdraw-back',
	    'section', v_w.section_id, v.outcome, v.rule, p_request,
	    jsonb_strip_nulls(jsonb_build_object('withdrawal', v_w.id,
		'section', case when v_w.id is null then substring(p_code,
		    '^[A-Z]{2,5}[0-9]{3,5}-[0-9]{2}$') end)));
	return v;
end
$$;
