-- sojourn.certificate_revoke(...): a certificate does not hold any more, with the
-- reason for its owner in two languages; a corrected issue may still follow.
-- Returns: what sojourn.document_end says; gone for what is no certificate
-- Tables: document, document_kind (read), document_reason, audit, outbox
--         (insert), those of sojourn.document_end
create or replace function sojourn.certificate_revoke(
    p_actor sojourn.actor, p_serial text, p_reason text,
    p_reason_en text)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v     record;
	v_end text := 'gone';
begin
	select d.id, d.person_id, a.lang into v
	  from document d
	  join document_kind k on k.kind = d.kind and k.certificate
	  left join account a on a.person_id = d.person_id
	 where d.serial = p_serial;
	if found then
		v_end := sojourn.document_end(p_actor, p_serial, 'revoked',
		    'staff');
	end if;
	if v_end = 'done' then
		insert into document_reason (document_id, reason_ko, reason_en,
		    given_by)
		values (v.id, p_reason, p_reason_en, p_actor.account_id)
		on conflict (document_id) do nothing;
		perform sojourn.certificate_mail(v.person_id, 'revoke',
		    p_serial, case when v.lang = 'ko' then p_reason
			else p_reason_en end);
	end if;
	return v_end;
end
$$;
