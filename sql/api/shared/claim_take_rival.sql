-- sojourn.claim_take_rival(application): the second application's values, with
-- its confirmed mailbox, become the application's.
-- Tables: application (update, read)
create or replace function sojourn.claim_take_rival(p_a sojourn.application)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	update application a
	   set name_native = r.name_native, name_family = r.name_family,
	       name_given = r.name_given, birth_date = r.birth_date,
	       level = r.level, status = r.status, college = r.college,
	       department = r.department, semester = r.semester,
	       email = r.email, email_confirmed_at = r.email_confirmed_at,
	       phone = r.phone, previous_id = r.previous_id, lang = r.lang,
	       consent_collect_at = r.consent_collect_at,
	       consent_provide_at = r.consent_provide_at, entered_by = null
	  from application r
	 where a.id = p_a.id and r.id = p_a.rival_id
$$;
