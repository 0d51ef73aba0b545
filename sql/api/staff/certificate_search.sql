-- staff_api.certificate_search(q): issued certificates, the newest first.
-- Parameters: p_q  part of a serial, a name, a student number, a temporary ID;
--             '' = the newest
-- Tables: document, document_kind, document_reason, person, temporary_id,
--         degree_record, certificate_request (read)
create or replace function staff_api.certificate_search(p_session bytea,
    p_right text, p_q text)
returns table (serial text, kind text, lang text, name text,
    name_latin text, number text, told_at timestamptz, standing text,
    reason_ko text, reason_en text, offered boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_like text := '%' || replace(replace(replace(p_q, '\', '\\'), '%',
	    '\%'), '_', '\_') || '%';
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select d.serial, d.kind, d.lang::text, p.name_native,
	       trim(p.name_family || ' ' || p.name_given),
	       coalesce(g.student_no, i.id, ''), d.told_at,
	       sojourn.document_standing(d.id), coalesce(x.reason_ko, ''),
	       coalesce(x.reason_en, ''), exists (select
		   from certificate_request r where r.replaces = d.id
		    and r.state in ('approved', 'code'))
	  from document d
	  join document_kind k on k.kind = d.kind and k.certificate
	  join person p on p.id = d.person_id
	  left join temporary_id i on i.person_id = p.id
	  left join lateral (select n.student_no from degree_record n
	    where n.person_id = p.id order by n.admitted_on desc limit 1)
	    g on true
	  left join document_reason x on x.document_id = d.id
	 where d.state in ('valid', 'superseded', 'revoked')
	   and (p_q = '' or d.serial ilike v_like or p.name_native ilike v_like
	    or p.name_family || ' ' || p.name_given ilike v_like
	    or i.id ilike v_like or exists (select from degree_record n
		where n.person_id = p.id and n.student_no ilike v_like))
	 order by d.id desc
	 limit 50;
end
$$;
