-- press_api.waiting(): what was left behind by a process that ended in the
-- middle, and what ended without being in the log yet.
-- Returns: up to 50 serials; what is make or status
-- Tables: document, log_entry (read)
create or replace function press_api.waiting()
returns table (serial text, what text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	(select d.serial, 'make' from document d
	  where d.state in ('asked', 'printed')
	    and d.asked_at < clock_timestamp() - interval '3 seconds'
	  order by d.id limit 25)
	union all
	(select d.serial, 'status' from document d
	  where d.state in ('superseded', 'revoked')
	    and not exists (select from log_entry l where l.serial = d.serial
		and l.action = case d.state when 'revoked' then 'revoke'
		    else 'supersede' end)
	  order by d.ended_at limit 25)
$$;
