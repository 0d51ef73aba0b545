-- sojourn.certificate_reissue(actor, document): a corrected issue is offered to
-- the person a certificate is about; with the code (R106, S20) it takes the
-- place of the one before, which is superseded then.
-- Returns: done; gone (no certificate that holds or held); duplicate (one is
--          offered already); ineligible (no right to it any more); changed
--          (what would be printed is what was printed: correct the data first)
--          and the request
-- Tables: document, document_kind, document_series, account (read),
--         certificate_request (insert), audit, outbox (insert)
create or replace function sojourn.certificate_reissue(
    p_actor sojourn.actor, p_document bigint, out outcome text,
    out request bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
	v_content jsonb;
begin
	select d.*, s.subject, a.id as account into v
	  from document d
	  join document_kind k on k.kind = d.kind and k.certificate
	  join document_series s on s.id = d.series_id
	  join account a on a.person_id = d.person_id
	 where d.id = p_document and d.state in ('valid', 'superseded')
	   for update of d;
	if not found then
		outcome := 'gone';
		return;
	end if;
	v_content := sojourn.certificate_content(v.kind, v.person_id, v.lang,
	    v.subject);
	outcome := case when v_content is null then 'ineligible'
	    when v_content = v.content then 'changed'
	    when exists (select from certificate_request r
		where r.replaces = v.id and r.state in ('approved', 'code'))
	    then 'duplicate' else 'done' end;
	if outcome <> 'done' then
		return;
	end if;
	insert into certificate_request (person_id, account_id, type, subject,
	    lang, copies, replaces, state, asked_at, decided_at, decided_by)
	values (v.person_id, v.account, v.kind, v.subject, v.lang, 1, v.id,
	    'approved', sojourn.now(), sojourn.now(), p_actor.account_id)
	returning id into request;
	perform sojourn.certificate_mail(v.person_id, 'correct', v.serial, '');
end
$$;
