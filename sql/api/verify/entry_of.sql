-- verify_api.entry_of(serial): the entry with which a document was issued.
-- Tables: log_entry (read)
create or replace function verify_api.entry_of(p_serial text)
returns table (n bigint, entry text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select l.n, l.entry from log_entry l
	 where l.serial = p_serial and l.action = 'issue'
$$;
