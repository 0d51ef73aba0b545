-- tempid_api.send_confirm(application): the mail with the link that confirms
-- the mailbox; mailer makes the link (R36).  At most three a day go to one
-- mailbox (S4).  The mail carries nothing that a person typed (S17).
-- Tables: application (read), outbox (insert)
create or replace function tempid_api.send_confirm(p_application bigint)
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select a.email, a.lang, a.university_id, t.code into v
	  from application a join term t on t.id = a.term_id
	 where a.id = p_application;
	if sojourn.mail_allowed(v.email, p_application) then
		perform sojourn.mail('confirm', v.email, v.lang,
		    jsonb_build_object('term', v.code), null, null,
		    p_application, null, v.university_id);
	end if;
end
$$;
