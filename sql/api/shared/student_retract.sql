-- sojourn.student_retract(application, reason): the university takes an
-- applicant back; the number is free for another application.
-- Outcomes: done
-- Tables: application (update), term (read), outbox (insert)
create or replace function sojourn.student_retract(p_a sojourn.application,
    p_reason text) returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update application
	   set state = 'withdrawn', decision_reason = p_reason,
	       rival_id = null, version = version + 1
	 where id = p_a.id;
	perform mail('application-retracted', p_a.email, p_a.lang,
	    jsonb_build_object('term', (select code from term
		where id = p_a.term_id), 'reason', p_reason),
	    null, null, p_a.id, null, p_a.university_id)
	  where p_a.email_confirmed_at is not null;
	return verdict('done', 'R6');
end
$$;
