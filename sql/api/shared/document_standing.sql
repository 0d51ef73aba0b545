-- sojourn.document_standing(document): whether what a document says still
-- holds: its state, or superseded when what it rests on has changed since.
-- Tables: document, document_series (read), those of sojourn.document_now
create or replace function sojourn.document_standing(p_document bigint)
returns text
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select d.state, d.basis, d.kind, d.person_id, s.subject into v
	  from document d join document_series s on s.id = d.series_id
	 where d.id = p_document;
	if v.state in ('asked', 'printed', 'valid') and v.basis <>
	    sha256(convert_to(coalesce(sojourn.document_now(v.kind,
		v.person_id, v.subject)::text, ''), 'UTF8')) then
		return 'superseded';
	end if;
	return v.state;
end
$$;
