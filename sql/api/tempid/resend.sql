-- tempid_api.resend(...): a mistyped address is corrected, a link renewed (S4).
-- An application that waits for its confirmation keeps its own address; one
-- with another address becomes a copy that waits beside it, so that nobody who
-- knows a number and a birth date takes a link away from somebody else (S2).
-- Outcomes: pending, whatever is on file: the answer and the work are the same;
--   already (same request); busy (too many attempts)
-- Tables: application (read, insert), university (read), outbox, audit (insert)
create or replace function tempid_api.resend(p_request text, p_address text,
    p_lang text, p_university text, p_student_no text, p_birth_date date,
    p_email text)
returns table (act text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_no text := number_key(p_student_no);
	v_a  application;
	v_id bigint;
begin
	act := 'resend';
	rule := 'S4';
	detail := '{}';
	outcome := case when not attempt_count(act, p_university || ':' || v_no,
	    p_address, '1 hour', 10) or not attempt_count(act, '', p_address,
	    '1 hour', 400) then 'busy'
	    when not claim(null, p_request, act) then 'already'
	    else 'pending' end;
	select a.* into v_a
	  from application a join university u on u.id = a.university_id
	 where u.code = p_university and a.student_no = v_no
	   and a.birth_date = p_birth_date
	   and a.term_id = term_current(null)
	   and (a.state = 'unconfirmed' or (a.state = 'expired'
		and (apply_window(a.term_id, a.university_id)).state = 'open'))
	 order by lower(a.email) = lower(p_email) desc, a.id desc
	 limit 1;
	if found and outcome = 'pending' then
		if v_a.state = 'unconfirmed'
		    and lower(v_a.email) = lower(p_email) then
			v_id := v_a.id;
		else
			v_a.id := nextval(pg_get_serial_sequence(
			    'sojourn.application', 'id'));
			v_a.state := 'unconfirmed';
			v_a.email := p_email;
			v_a.lang := p_lang;
			v_a.email_confirmed_at := null;
			insert into application overriding system value
			select v_a.* returning id into v_id;
		end if;
		perform tempid_api.send_confirm(v_id);
	end if;
	if outcome <> 'already' then
		perform note(null, act, 'application', v_id, outcome, rule,
		    p_request);
	end if;
	return next;
end
$$;
