-- press_api.take(serial): what is to be printed.
-- Returns: one row: the document's state (only an asked one is printed), its
--          content, and the issuer; whom to call about what a certificate says
--          (R108), and about other documents; none when there is no such serial
-- Tables: document, document_kind, host (read), those of sojourn.rule
create or replace function press_api.take(p_serial text)
returns table (state text, kind text, lang text, content jsonb,
    told_at timestamptz, told_epoch bigint, issuer text, seal text,
    contact text, mistakes text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select d.state, d.kind, d.lang::text, d.content, d.told_at,
	       extract(epoch from d.told_at)::bigint,
	       sojourn.pick(d.lang, h.name_ko, h.name_en, h.name_ja), h.seal,
	       concat_ws(' · ', nullif(sojourn.pick(d.lang, h.contact_name_ko,
		   h.contact_name_en, h.contact_name_ja), ''),
		   nullif(h.contact_phone, ''), nullif(h.contact_email, '')),
	       case when k.certificate then sojourn.rule('certificates',
		   'phone_content') else '' end
	  from document d
	  join document_kind k on k.kind = d.kind
	  left join host h on true
	 where d.serial = p_serial
$$;
