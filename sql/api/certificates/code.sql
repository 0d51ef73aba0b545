-- certificates_api.code(...): the six digits of a step-up (R106, S5, S6).  They
-- open the one wish that they were mailed for, once; a wrong code counts for
-- every wish that waits.  With the right one the session goes on under a new
-- token, and the copies are asked for (S20).
-- Parameters: p_code   the digits; p_fresh  SHA-256 of a new session's cookie
-- Returns: one answer: done · already (this form again) · invalid (detail.left:
--          tries) · expired (no code is awaited, or it was tried too often) ·
--          ineligible (the right ended meanwhile: nothing is issued); rotated:
--          the session's cookie is the fresh one now; serials to be made
-- Tables: attempt, account, certificate_copy, document (read), and those of
--   certificates_api.wish_of, wrong and rotate and sojourn.certificate_issue
create or replace function certificates_api.code(p_session bytea,
    p_right text, p_request text, p_code text, p_fresh bytea,
    p_address text)
returns table (act text, section text, outcome text, rule text,
    detail jsonb, rotated boolean, serials text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_login text;
	v_wish  bigint;
	v_end   text := 'expired';
	v_left  integer;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	rotated := false;
	serials := '';
	if not sojourn.claim(v_actor.account_id, p_request,
	    'certificate-code') then
		select s.act, s.section, s.outcome, s.rule, s.detail
		  into act, section, outcome, rule, detail
		  from sojourn.says('certificate-code', 'already', null) s;
		return next;
		return;
	end if;
	select a.login into v_login from account a
	 where a.id = v_actor.account_id for update;
	if (select count(*) from attempt t where t.what = 'code'
	    and t.subject = v_login
	    and t.at > clock_timestamp() - interval '1 day') < 30 then
		v_wish := certificates_api.wish_of(v_actor.account_id, p_code);
		if v_wish is null then
			v_left := certificates_api.wrong(v_actor.account_id,
			    v_login, p_address);
			v_end := case when v_left > 0 then 'invalid'
			    else 'expired' end;
		end if;
	end if;
	if v_wish is not null then
		rotated := true;
		perform certificates_api.rotate(v_actor.session_id, p_fresh);
		v_end := sojourn.certificate_issue(v_actor, v_wish);
	end if;
	select c.act, c.section, c.outcome, c.rule, c.detail
	  into act, section, outcome, rule, detail
	  from sojourn.conclude(v_actor, p_request, array[sojourn.says(
	      'certificate-code', v_end, case v_end when 'ineligible'
		  then 'R109' else 'R106' end, case when v_left is null
		  then '{}' else jsonb_build_object('left', v_left) end, '',
	      'certificate', v_wish)]) c;
	select coalesce(string_agg(d.serial, ' ' order by y.n), '') into serials
	  from certificate_copy y join document d on d.id = y.document_id
	 where y.request_id = v_wish;
	return next;
end
$$;
