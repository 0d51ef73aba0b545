-- tempid_api.status(token): the page behind the link that went to the address
-- on file (R39): the state, what happens next, who acts, until when.
-- A decision shows once it is published (R38).  The ID shows when it is issued
-- and published; a person on file sees the own one at once, because the link
-- went to the address of the account (R41).
-- Returns: one row; outcome done, expired or gone.  state is what may be told
--   (submitted while unpublished); next is one word for the step that follows:
--   confirm review recommend decide publish issue correct activate register
--   recommended-later none; actor is you, university or host
-- Tables: token, application, university, term, account, temporary_id,
--   time_window, rule_value, holiday (read)
create or replace function tempid_api.status(p_token text, p_lang text)
returns table (outcome text, term text, university text, student_no text,
    name_native text, state text, recommendation text, reason text,
    submitted_at timestamptz, published_at timestamptz, temporary_id text,
    password_state text, next text, actor text, until timestamptz,
    opens_at timestamptz, closes_at timestamptz, door text,
    contact_name text, contact_email text, contact_phone text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v      record;
	v_seen boolean;
begin
	select k.expires_at as link_until, a.*, t.code as term_code, u.id as u_id,
	       t.programme_type, u.verification_stage, u.coordinator_name,
	       u.coordinator_email, u.coordinator_phone, case p_lang
		when 'en' then u.name_en when 'ja' then u.name_ja
		else u.name_ko end as university_name, i.id as tid,
	       c.password_state as pw, w.opens_at as reg_opens,
	       w.closes_at as reg_closes, w.state as reg_state into v
	  from token k
	  join application a on a.id = k.application_id
	  join term t on t.id = a.term_id
	  join university u on u.id = a.university_id
	  left join temporary_id i on i.person_id = person_root(a.person_id)
		and a.identity in ('known', 'new')
	  left join account c on c.person_id = person_root(a.person_id)
		and a.identity in ('known', 'new')
	  left join lateral window_state(t.id, 'REGISTER') w on true
	 where k.hash = sha256(convert_to(p_token, 'UTF8'))
	   and k.kind = 'status-link';
	if not found or v.link_until <= sojourn.now() then
		outcome := case when v.link_until is null then 'gone'
		    else 'expired' end;
		return next;
		return;
	end if;
	v_seen := v.published_at is not null and v.published_at <= sojourn.now();
	outcome := 'done';
	term := v.term_code;
	university := v.university_name;
	student_no := v.student_no;
	name_native := v.name_native;
	door := v.door;
	state := case when v.state in ('approved', 'rejected', 'issued')
	    and not v_seen then 'submitted' else v.state end;
	recommendation := v.recommendation;
	submitted_at := v.submitted_at;
	published_at := case when v_seen then v.published_at end;
	reason := case when state in ('rejected', 'returned', 'held')
	    then v.decision_reason else '' end;
	temporary_id := case when state = 'issued' or v.identity = 'known'
	    then v.tid end;
	password_state := case when temporary_id is not null then v.pw end;
	contact_name := v.coordinator_name;
	contact_email := v.coordinator_email;
	contact_phone := v.coordinator_phone;
	opens_at := v.reg_opens;
	closes_at := v.reg_closes;
	select s.next, s.actor, s.until into next, actor, until
	  from tempid_api.next_step(v.id, state) s;
	return next;
end
$$;
