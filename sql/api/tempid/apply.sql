-- tempid_api.apply(...): an application through the web door (R35).
-- Everybody may; nothing counts before the mailbox is confirmed (R36), and an
-- unconfirmed application blocks nobody (S2).
-- Parameters: as the fields of the form; p_address is the client's
-- Outcomes: pending (a mail went out, confirm it); already (same request);
--   closed C2 (this term's applications come by the universities' lists);
--   window R6 or R7 (not yet, not any more); ineligible R2 (no agreement, or
--   not enrolled); invalid (term or university unknown, consent missing);
--   busy (too many attempts with one number from one address)
-- Tables: application, outbox, audit, attempt (insert), term, university (read)
create or replace function tempid_api.apply(p_request text, p_address text,
    p_lang text, p_term text, p_university text, p_student_no text,
    p_name_native text, p_name_family text, p_name_given text,
    p_birth_date date, p_level text, p_status text, p_college text,
    p_department text, p_semester text, p_email text, p_phone text,
    p_previous_id text, p_consent_collect text, p_consent_provide text)
returns table (act text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_no   text := number_key(p_student_no);
	v_term integer := term_current(p_term);
	v_u    integer;
	v_say  sojourn.verdict;
	v_id   bigint;
begin
	act := 'apply';
	select u.id into v_u from university u where u.code = p_university;
	v_say := tempid_api.admit(v_term, v_u, p_status);
	if v_say.outcome = 'done' and (p_consent_collect = ''
	    or p_consent_provide = '') then
		v_say := sojourn.verdict('invalid', 'R35',
		    '{"field": "consent_collect"}');
	elsif v_say.outcome = 'done' and (not attempt_count('apply',
	    p_university || ':' || v_no, p_address, '1 hour', 10)
	    or not attempt_count('apply', '', p_address, '1 hour', 400)) then
		v_say := sojourn.verdict('busy', 'S4');
	end if;
	if v_say.outcome = 'done' and not claim(null, p_request, act) then
		v_say := sojourn.verdict('already', 'R35');
	elsif v_say.outcome = 'done' then
		insert into application (term_id, university_id, student_no,
		    door, state, name_native, name_family, name_given,
		    birth_date, level, status, college, department, semester,
		    email, phone, previous_id, lang, consent_collect_at,
		    consent_provide_at, submitted_at)
		values (v_term, v_u, v_no, 'web', 'unconfirmed', p_name_native,
		    p_name_family, p_name_given, p_birth_date, p_level,
		    p_status, p_college, p_department, p_semester, p_email,
		    p_phone, number_key(p_previous_id), p_lang, sojourn.now(),
		    sojourn.now(), sojourn.now())
		returning id into v_id;
		perform tempid_api.send_confirm(v_id);
		v_say := sojourn.verdict('pending', 'R36');
	end if;
	outcome := v_say.outcome;
	rule := v_say.rule;
	detail := v_say.detail;
	if outcome <> 'already' then
		perform note(null, act, 'application', v_id, outcome, rule,
		    p_request, detail);
	end if;
	return next;
end
$$;
