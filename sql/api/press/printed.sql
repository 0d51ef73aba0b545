-- press_api.printed(serial, code_hash, file): the file was made, read back and
-- found right.
-- Parameters: p_code_hash  SHA-256 of the code on it (S18); p_file the file
-- Returns: the document's state: printed, or what it has become meanwhile
-- Tables: document (update), document_file (insert)
create or replace function press_api.printed(p_serial text, p_code_hash bytea,
    p_file bytea)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v record;
begin
	select d.id, d.state into v from document d
	 where d.serial = p_serial for update;
	if v.state is distinct from 'asked' then
		return coalesce(v.state, 'gone');
	end if;
	insert into document_file (document_id, file) values (v.id, p_file);
	update document d set state = 'printed', code_hash = p_code_hash,
	       sha256 = sha256(p_file), size = length(p_file),
	       printed_at = clock_timestamp()
	 where d.id = v.id;
	return 'printed';
end
$$;
