-- sojourn.document_now(kind, person, subject): what the holding of a document
-- rests on, as it is at this moment; compared with what it was when the
-- document was asked for.  A new kind that can become untrue by itself is one
-- more branch.
-- Returns: null for a kind that only a later document or a decision ends
-- Tables: document_kind (read), those of sojourn.registration_basis,
--         sojourn.certificate_basis and sojourn.list_basis
create or replace function sojourn.document_now(p_kind text, p_person bigint,
    p_subject text)
returns jsonb
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if p_kind = 'registration' then
		return sojourn.registration_basis(p_person, p_subject);
	end if;
	if p_kind = 'grade-list' then
		return sojourn.list_basis(p_subject);
	end if;
	if exists (select from document_kind k
	    where k.kind = p_kind and k.certificate) then
		return sojourn.certificate_basis(p_kind, p_person, p_subject);
	end if;
	return null;
end
$$;
