-- signer_api.status(serial): how an issued document ended.
-- Returns: one row: issue (it holds), supersede or revoke; none when it was
--          never issued
-- Tables: document (read)
create or replace function signer_api.status(p_serial text)
returns table (action text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select case d.state when 'revoked' then 'revoke'
	       when 'superseded' then 'supersede' else 'issue' end
	  from document d
	 where d.serial = p_serial
	   and d.state in ('valid', 'superseded', 'revoked')
$$;
