-- sojourn.document_end(actor, serial, state, why): an issued document no longer
-- holds.  /verify says so at once; the log and the status list follow within
-- seconds.
-- Parameters: p_state  superseded or revoked; p_why a word, never shown to a
--             verifier
-- The moment is one of sojourn.now(), as that which stands on the document.
-- Returns: done, already (it was that before), or gone (no such document is
--          issued, or the step is not possible)
-- Tables: document (update), audit (insert)
create or replace function sojourn.document_end(p_actor sojourn.actor,
    p_serial text, p_state text, p_why text)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select d.id, d.state, d.person_id into v from document d
	 where d.serial = p_serial for update;
	if not found or p_state not in ('superseded', 'revoked')
	    or v.state not in ('valid', 'superseded', 'revoked') then
		return 'gone';
	end if;
	if v.state = p_state or v.state = 'revoked' then
		return 'already';
	end if;
	update document d set state = p_state, ended_at = sojourn.now(),
	       ended_by = p_actor.account_id, ended_why = p_why
	 where d.id = v.id;
	perform sojourn.note(p_actor, 'document-' || p_state, 'document', v.id,
	    'done', null, null, jsonb_build_object('why', p_why), 0,
	    v.person_id);
	return 'done';
end
$$;
