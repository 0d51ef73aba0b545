-- sojourn.application_decided_mail(application, decision, at): tells those concerned.
-- return: at once, to the person who can correct it: the applicant of the web
--   door, the university of the list door.  reject: the applicant, when the
--   result may be seen.  approve: only the web door, because the list door's
--   students hear of it with their ID (R8, R38, C31).  hold: nobody.
-- Tables: application, term (read), outbox (insert)
create or replace function sojourn.application_decided_mail(p_application bigint,
    p_decision text, p_at timestamptz)
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_a      record;
	v_params jsonb;
begin
	select a.*, t.code as term into v_a
	  from application a join term t on t.id = a.term_id
	 where a.id = p_application;
	v_params := jsonb_build_object('term', v_a.term, 'decision', p_decision,
	    'reason', v_a.decision_reason, 'application', v_a.id);
	if p_decision = 'return' and v_a.door = 'list' then
		perform sojourn.mail('returned', c.email, c.lang, v_params,
		    c.account_id, null, v_a.id, null, v_a.university_id)
		  from sojourn.coordinators(v_a.university_id) c;
	elsif p_decision = 'return' then
		perform sojourn.mail('returned', v_a.email, v_a.lang, v_params,
		    null, v_a.person_id, v_a.id);
	elsif p_decision = 'reject'
	    or (p_decision = 'approve' and v_a.door = 'web') then
		perform sojourn.mail('decided', v_a.email, v_a.lang, v_params,
		    null, v_a.person_id, v_a.id, null, null, p_at);
	end if;
end
$$;
