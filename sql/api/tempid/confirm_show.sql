-- tempid_api.confirm_show(token): what the link of a confirmation would do;
-- changes nothing, so that a mail scanner's visit costs nothing (R36).
-- Returns: one row; outcome done (can be confirmed), already, expired or gone,
--   and for done what was typed, which the owner of the mailbox may see
-- Tables: token, application, university, term (read)
create or replace function tempid_api.confirm_show(p_token text, p_lang text)
returns table (outcome text, term text, university text, student_no text,
    name_native text, email text, expires_at timestamptz,
    contact_name text, contact_email text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select k.expires_at as until, k.used_at, a.*, t.code as term_code,
	       u.coordinator_name, u.coordinator_email, case p_lang
		when 'en' then u.name_en when 'ja' then u.name_ja
		else u.name_ko end as university_name into v
	  from token k
	  join application a on a.id = k.application_id
	  join term t on t.id = a.term_id
	  join university u on u.id = a.university_id
	 where k.hash = sha256(convert_to(p_token, 'UTF8'))
	   and k.kind = 'confirm';
	outcome := case when not found then 'gone'
	    when v.used_at is not null
		or v.state not in ('unconfirmed', 'expired') then 'already'
	    when v.until <= sojourn.now() or v.state = 'expired' then 'expired'
	    else 'done' end;
	if outcome <> 'gone' then
		term := v.term_code;
		university := v.university_name;
		contact_name := v.coordinator_name;
		contact_email := v.coordinator_email;
	end if;
	if outcome = 'done' then
		student_no := v.student_no;
		name_native := v.name_native;
		email := v.email;
		expires_at := v.until;
	end if;
	return next;
end
$$;
