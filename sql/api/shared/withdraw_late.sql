-- sojourn.withdraw_late(actor, withdrawal, letter, request): the home university
-- confirmed after its time (R12, C29): the student stays enrolled in the state
-- withdraw_home_confirmed until staff decide; the university is told.
-- Called with the locks of sojourn.withdraw_lock.
-- Tables: withdrawal, enrolment (update), section, term, temporary_id,
--   university (read), outbox, audit (insert)
create or replace function sojourn.withdraw_late(p_actor sojourn.actor,
    p_id bigint, p_letter bigint, p_request text) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	update withdrawal w set state = 'confirmed-late', letter_id = p_letter
	  from section s join term t on t.id = s.term_id
	 where w.id = p_id and s.id = w.section_id
	returning w.person_id, w.section_id, w.university_id, s.code,
	    t.code as term into v;
	update enrolment e set state = 'withdraw_home_confirmed'
	 where e.person_id = v.person_id and e.section_id = v.section_id
	   and e.state in ('enrolled', 'withdraw_requested');
	perform sojourn.mail('withdrawal-late', c.email, c.lang,
	    jsonb_build_object('student', (select i.id from temporary_id i
		where i.person_id = v.person_id), 'section', v.code,
		'term', v.term), c.account_id, p_university => v.university_id)
	  from sojourn.coordinators(v.university_id) c;
	insert into audit (told_at, account_id, person_id, university_id, program,
	    act, object_kind, object_id, outcome, rule, request_id, detail)
	values (sojourn.now(), p_actor.account_id, v.person_id, v.university_id,
	    substr(session_user, 9), 'withdraw-late', 'section', v.section_id,
	    'pending', 'R12', p_request, jsonb_build_object('withdrawal', p_id,
		'letter', p_letter));
end
$$;
