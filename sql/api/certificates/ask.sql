-- certificates_api.ask(...): a wish for certificates (R109): a code is mailed
-- (R106), or student affairs verify it first (R112).
-- Outcomes: pending (detail.next: code or review); already; ineligible
--   (detail.why, see sojourn.certificate_may); invalid (detail.field: type,
--   language with R110, copies); duplicate (the same is being verified);
--   unconfirmed (no address to send a code to); locked (too many codes)
-- Tables: certificate_request (insert, update), account (read), and those of
--   sojourn.certificate_may, sojourn.certificate_attempt, sojourn.conclude
create or replace function certificates_api.ask(p_session bytea, p_right text,
    p_request text, p_type text, p_lang text, p_copies integer)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor  sojourn.actor := sojourn.enter(p_session, p_right);
	v_most   integer := sojourn.rule('certificates', 'copies_max');
	v_review boolean := p_type = any (string_to_array(sojourn.rule(
	    'certificates', 'verified_types'), ' '));
	v_may    record;
	v_id     bigint;
	v_end    text;
	v_rule   text := 'R109';
	v_detail jsonb := '{}';
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'certificate') then
		return next sojourn.says('certificate', 'already', null);
		return;
	end if;
	perform from account a where a.id = v_actor.account_id for update;
	select * into v_may from sojourn.certificate_may(p_type,
	    v_actor.person_id);
	if not exists (select from sojourn.certificate_types() t
	    where t.type = p_type) then
		v_end := 'invalid';
		v_detail := '{"field": "type"}';
	elsif p_copies not between 1 and v_most then
		v_end := 'invalid';
		v_detail := jsonb_build_object('field', 'copies', 'max', v_most);
	elsif not v_may.may then
		v_end := 'ineligible';
		v_detail := jsonb_build_object('why', v_may.why);
	elsif not p_lang = any (sojourn.certificate_languages(p_type)) then
		v_end := 'invalid';
		v_rule := 'R110';
		v_detail := '{"field": "language"}';
	elsif v_review and exists (select from certificate_request r
	    where r.account_id = v_actor.account_id and r.type = p_type
	      and r.lang = p_lang and r.state in ('review', 'approved')) then
		v_end := 'duplicate';
		v_rule := 'R112';
	else
		insert into certificate_request (person_id, account_id, type,
		    subject, lang, copies, state, asked_at, due_at)
		values (v_actor.person_id, v_actor.account_id, p_type,
		    v_may.subject, p_lang, p_copies,
		    case when v_review then 'review' else 'code' end,
		    sojourn.now(), case when v_review then
			sojourn.working_day((sojourn.now() at time zone
			    'Asia/Seoul')::date, sojourn.rule('certificates',
			    'verify_days')::integer) + time '18:00'
			    at time zone 'Asia/Seoul' end)
		returning id into v_id;
		v_end := case when v_review then 'pending' else
		    sojourn.certificate_attempt(v_actor.account_id, v_id) end;
		v_rule := case when v_review then 'R112' else 'R106' end;
		v_detail := jsonb_build_object('type', p_type, 'next',
		    case when v_review then 'review' else 'code' end);
		if v_end <> 'pending' then
			update certificate_request r
			   set state = 'ended', ended_why = v_end
			 where r.id = v_id;
		end if;
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('certificate', v_end, v_rule, v_detail, '',
		'certificate', v_id)]);
end
$$;
