-- mailer_api.release(mails, wait): gives claimed mails back untried, because
-- the server cannot be reached or the worker stops.
-- Parameters: p_wait  seconds to the next try
-- Tables: outbox (update)
create or replace function mailer_api.release(p_mails bigint[], p_wait integer)
returns table (n integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update outbox o
	   set state = 'queued', claimed_by = null, tries = o.tries - 1,
	       next_try = clock_timestamp() + make_interval(secs => p_wait)
	 where o.id = any (p_mails) and o.state = 'sending'
	   and o.claimed_by = pg_backend_pid();
	get diagnostics n = row_count;
	return next;
end
$$;
