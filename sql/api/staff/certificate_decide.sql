-- staff_api.certificate_decide(...): every act of student affairs on
-- certificates.
-- Parameters: p_decision  verify, refuse (a wish of p_wish, R112); correct,
--             decline (a case of p_case, R108); revoke, reissue (a document of
--             p_serial); p_reason, p_reason_en: to be shown to the person, in
--             Korean and in English
-- Outcomes: done; already; gone; invalid (detail.field: reason, reason_en);
--   ineligible (no right to it any more); changed (today the same would be
--   printed again); duplicate (a corrected issue is offered already)
-- Tables: those of sojourn.certificate_verify, _case_end, _revoke and _reissue
create or replace function staff_api.certificate_decide(p_session bytea,
    p_right text, p_request text, p_decision text, p_wish bigint,
    p_case bigint, p_serial text, p_reason text, p_reason_en text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    bigint := (select d.id from document d
	    where d.serial = p_serial);
	v_end   text;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request,
	    'certificate-' || p_decision) then
		return next sojourn.says('certificate-' || p_decision,
		    'already', null);
		return;
	end if;
	v_end := case
	    when p_decision in ('refuse', 'decline', 'revoke')
		and coalesce(p_reason, '') = '' then 'reason'
	    when p_decision in ('refuse', 'decline', 'revoke')
		and coalesce(p_reason_en, '') = '' then 'reason_en'
	    when p_decision in ('verify', 'refuse') then
		sojourn.certificate_verify(v_actor, p_wish,
		    p_decision = 'verify', p_reason, p_reason_en)
	    when p_decision in ('correct', 'decline') then
		sojourn.certificate_case_end(v_actor, p_case,
		    p_decision = 'correct', p_reason, p_reason_en)
	    when p_decision = 'revoke' then
		sojourn.certificate_revoke(v_actor, p_serial, p_reason,
		    p_reason_en)
	    else (sojourn.certificate_reissue(v_actor, v_id)).outcome end;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('certificate-' || p_decision,
		case when v_end in ('reason', 'reason_en') then 'invalid'
		    else v_end end, case when p_decision in ('verify', 'refuse')
		    then 'R112' else 'R108' end,
		case when v_end in ('reason', 'reason_en') then
		    jsonb_build_object('field', v_end) else '{}' end, '',
		'document', v_id)]);
end
$$;
