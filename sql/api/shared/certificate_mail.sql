-- sojourn.certificate_mail(person, decision, serial, answer): tells a person what
-- student affairs decided about a certificate.
-- Parameters: p_decision  approve, refuse, correct, decline, revoke
-- Tables: account (read), outbox (insert)
create or replace function sojourn.certificate_mail(p_person bigint,
    p_decision text, p_serial text, p_answer text)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.mail('certificate-decided', a.email, a.lang,
	    jsonb_build_object('decision', p_decision, 'serial', p_serial,
		'answer', p_answer), a.id, a.person_id)
	  from account a where a.person_id = p_person
$$;
