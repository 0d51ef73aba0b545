-- certificates_api.documents(session, right): the certificates that were issued to
-- who asks, the newest first, and whether something is wrong on them (R108).
-- Tables: document, document_series, document_kind, document_reason,
--         certificate_case, certificate_request (read)
create or replace function certificates_api.documents(p_session bytea,
    p_right text)
returns table (serial text, kind text, lang text, told_at timestamptz,
    standing text, reason_ko text, reason_en text, case_id bigint,
    case_state text, case_due timestamptz, case_answer text, wish bigint,
    wish_state text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select d.serial, d.kind, d.lang::text, d.told_at,
	       sojourn.document_standing(d.id), coalesce(x.reason_ko, ''),
	       coalesce(x.reason_en, ''), c.id, coalesce(c.state, ''),
	       c.due_at, coalesce(c.answer, ''), c.request_id,
	       coalesce(r.state, '')
	  from document d
	  join document_kind k on k.kind = d.kind and k.certificate
	  left join document_reason x on x.document_id = d.id
	  left join lateral (select y.* from certificate_case y
	    where y.document_id = d.id order by y.id desc limit 1) c on true
	  left join certificate_request r on r.id = c.request_id
	 where d.person_id = v_actor.person_id
	   and d.state in ('valid', 'superseded', 'revoked')
	 order by d.id desc
	 limit 200;
end
$$;
