-- tempid_api.result(...): "check the application and verify for student ID"
-- (R39).  A link goes to the address on file: a known person's own, else that
-- of the application; the answer is the same whatever is on file (S1, S4).
-- Outcomes: pending; already (same request); busy (too many attempts)
-- Tables: application, university, account (read), outbox, audit (insert)
create or replace function tempid_api.result(p_request text, p_address text,
    p_university text, p_student_no text, p_birth_date date)
returns table (act text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_no text := number_key(p_student_no);
	v    record;
begin
	act := 'result';
	rule := 'R39';
	detail := '{}';
	outcome := case when not attempt_count(act, p_university || ':' || v_no,
	    p_address, '1 hour', 10) or not attempt_count(act, '', p_address,
	    '1 hour', 400) then 'busy'
	    when not claim(null, p_request, act) then 'already'
	    else 'pending' end;
	select a.id, a.state, a.university_id, t.code as term, c.id as account,
	       coalesce(c.lang, a.lang) as lang,
	       coalesce(c.email, a.email) as email into v
	  from application a
	  join university u on u.id = a.university_id
	  join term t on t.id = a.term_id
	  left join account c on a.identity = 'known' and c.email <> ''
		and c.person_id = person_root(a.person_id)
	 where u.code = p_university and a.student_no = v_no
	   and a.birth_date = p_birth_date
	 order by a.state not in ('unconfirmed', 'expired', 'withdrawn') desc,
	       a.term_id = term_current(null) desc, a.id desc
	 limit 1;
	if found and outcome = 'pending' then
		if v.state = 'unconfirmed' then
			perform tempid_api.send_confirm(v.id);
		elsif sojourn.mail_allowed(v.email, v.id) then
			perform mail('status-link', v.email, v.lang,
			    jsonb_build_object('term', v.term), v.account,
			    null, v.id, null, v.university_id);
		end if;
	end if;
	if outcome <> 'already' then
		perform note(null, act, 'application', v.id, outcome, rule,
		    p_request);
	end if;
	return next;
end
$$;
