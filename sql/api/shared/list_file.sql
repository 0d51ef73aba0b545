-- sojourn.list_file(actor, university, list): the signed file of a list of grades
-- and its credential (R186).  Nothing is given out before it is signed; that it
-- was taken is noted (S25).
-- Returns: one row: serial, state and why as in document; name of the file
--          without its end; file (base64) and credential when it was issued.
--          None for a foreign or unknown list (S11), or one of registrations
-- Tables: final_list, term, document, document_file (read), those of
--         sojourn.download
create or replace function sojourn.list_file(p_actor sojourn.actor,
    p_university integer, p_list bigint)
returns table (serial text, state text, why text, name text, file text,
    credential text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select l.id, l.version, t.code as term, d.id as document, d.serial,
	       d.state, d.failed_why, d.credential into v
	  from final_list l join term t on t.id = l.term_id
	  join document d on d.serial = l.serial
	 where l.id = p_list and l.university_id = p_university;
	if not found then
		return;
	end if;
	if v.credential is not null then
		perform sojourn.download(p_actor, 'list', 'final_list', v.id,
		    'R186', jsonb_build_object('version', v.version));
	end if;
	return query
	select v.serial, v.state, v.failed_why, format('grades-%s-v%s', v.term,
	       v.version), case when v.credential is not null then
		(select encode(f.file, 'base64') from document_file f
		  where f.document_id = v.document) end, v.credential;
end
$$;
