-- tempid_api.confirm(token, request): the mailbox is confirmed and the
-- application counts (R36).
-- Outcomes: done (submitted, or joined with the university's list); already
--   (this link was used, or the same application counts already); expired;
--   gone (no such link); review (somebody holds an application with this
--   number from another mailbox, or under another name: a person decides, S2)
-- Tables: token, application (locked, update), outbox, audit (insert);
--   identity_case (locked: one confirmation at a time)
create or replace function tempid_api.confirm(p_token text, p_request text)
returns table (act text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v       record;
	v_other bigint;
begin
	act := 'confirm';
	rule := 'R36';
	detail := '{}';
	perform tempid_api.one_at_a_time();
	select k.id as token_id, k.used_at, k.expires_at as until, a.id,
	       a.state, a.term_id, a.university_id, a.student_no into v
	  from token k join application a on a.id = k.application_id
	 where k.hash = sha256(convert_to(p_token, 'UTF8'))
	   and k.kind = 'confirm'
	   for update;
	outcome := case when not found then 'gone'
	    when v.used_at is not null
		or v.state not in ('unconfirmed', 'expired') then 'already'
	    when v.until <= sojourn.now() or v.state = 'expired' then 'expired'
	    else 'done' end;
	if outcome = 'done' then
		update token set used_at = sojourn.now() where id = v.token_id;
		update application set email_confirmed_at = sojourn.now()
		 where id = v.id;
		select a.id into v_other from application a
		 where a.term_id = v.term_id
		   and a.university_id = v.university_id
		   and a.student_no = v.student_no
		   and a.state not in ('unconfirmed', 'expired', 'withdrawn')
		   for update;
		if found then
			outcome := sojourn.join_claims(v_other, v.id);
			rule := case outcome when 'review' then 'S2' else 'R36' end;
		else
			update application
			   set state = 'submitted', version = version + 1
			 where id = v.id;
			perform sojourn.identify(v.id);
			perform sojourn.tell_known(v.id);
		end if;
	end if;
	perform note(null, act, 'application', v.id, outcome, rule,
	    p_request, detail);
	return next;
end
$$;
