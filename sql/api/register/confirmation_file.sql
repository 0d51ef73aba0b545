-- register_api.confirmation_file(session, right, serial): the file of a document
-- of one's own that was just made.
-- Returns: one row: state, why, and the file in base64 when it is valid; none
--          for a document of somebody else
-- Tables: document, document_file (read)
create or replace function register_api.confirmation_file(p_session bytea,
    p_right text, p_serial text)
returns table (serial text, state text, why text, file text)
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
	select d.serial, d.state, d.failed_why, case when d.state = 'valid' then
	       encode(f.file, 'base64') end
	  from document d
	  left join document_file f on f.document_id = d.id
	 where d.serial = p_serial and d.person_id = v_actor.person_id;
end
$$;
