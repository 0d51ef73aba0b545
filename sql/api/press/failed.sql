-- press_api.failed(serial, why): a document that is not issued: it cannot be
-- printed (glyph, long), did not read back right (check), rests on what is no
-- longer so (changed), or lacks its code (step-up).
-- Tables: document (update)
create or replace function press_api.failed(p_serial text, p_why text)
returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	update document set state = 'failed', failed_why = p_why
	 where serial = p_serial and state in ('asked', 'printed')
$$;
