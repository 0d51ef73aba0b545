-- certificates_api.report(...): something is wrong on a certificate (R108): a
-- case for student affairs.
-- Outcomes: pending; already; gone (no such certificate of one's own);
--   duplicate (a case about it is open); invalid (detail.field)
-- Tables: certificate_case (insert), document (read)
create or replace function certificates_api.report(p_session bytea,
    p_right text, p_request text, p_serial text, p_what text, p_words text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_doc   bigint;
	v_id    bigint;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request,
	    'certificate-report') then
		return next sojourn.says('certificate-report', 'already', null);
		return;
	end if;
	select d.id into v_doc from document d
	  join document_kind k on k.kind = d.kind and k.certificate
	 where d.serial = p_serial and d.person_id = v_actor.person_id
	   and d.state in ('valid', 'superseded');
	if found then
		insert into certificate_case (document_id, person_id, what,
		    words, asked_at, due_at)
		values (v_doc, v_actor.person_id, p_what, p_words,
		    sojourn.now(), sojourn.working_day((sojourn.now()
			at time zone 'Asia/Seoul')::date, sojourn.rule(
			'certificates', 'case_days')::integer) + time '18:00'
			at time zone 'Asia/Seoul')
		on conflict (document_id) where state in ('open', 'correcting')
		    do nothing
		returning id into v_id;
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('certificate-report', case
		when v_doc is null then 'gone' when v_id is null
		then 'duplicate' else 'pending' end, 'R108', '{}', '',
		'document', v_doc)]);
end
$$;
