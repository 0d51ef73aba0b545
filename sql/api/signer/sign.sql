-- signer_api.sign(...): the document is issued: its credential, its entry in the
-- log, the head, and the end of what it replaces, all or nothing.
-- Parameters: as signer_api.append, and p_credential
-- Returns: the serials that ended with it, separated by blanks
-- Tables: document (update), those of signer_api.append, audit (insert)
create or replace function signer_api.sign(p_serial text, p_credential text,
    p_n bigint, p_entry text, p_leaf bytea, p_root bytea, p_at text,
    p_key text, p_signature bytea)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v       record;
	v_ended text[] := '{}';
	v_old   text;
begin
	select d.id, d.state, d.series_id, d.person_id into v
	  from document d where d.serial = p_serial for update;
	if v.state is distinct from 'printed' then
		raise exception 'document is not printed';
	end if;
	perform signer_api.append(p_serial, 'issue', p_n, p_entry, p_leaf,
	    p_root, p_at, p_key, p_signature);
	update document d set state = 'valid', credential = p_credential,
	       issued_at = clock_timestamp()
	 where d.id = v.id;
	perform sojourn.note(null, 'document-issue', 'document', v.id, 'done',
	    'S20', null, jsonb_build_object('n', p_n), 0, v.person_id);
	for v_old in select d.serial from document d
	     where d.series_id = v.series_id and d.id <> v.id
	       and d.state = 'valid' order by d.id
	loop
		perform sojourn.document_end(null, v_old, 'superseded',
		    'replaced');
		v_ended := v_ended || v_old;
	end loop;
	return array_to_string(v_ended, ' ');
end
$$;
