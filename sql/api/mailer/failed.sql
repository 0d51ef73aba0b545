-- mailer_api.failed(mail, error, permanent, wait): the mail was not taken.
-- Parameters: p_error      the server's words, for staff
--             p_permanent  it said so for good (5xx for this mail)
--             p_wait       seconds to the next try otherwise
-- A mail that could not be sent for five days is given up.
-- Returns: the state it has now, 'queued' or 'failed'
-- Tables: outbox (update)
create or replace function mailer_api.failed(p_id bigint, p_error text,
    p_permanent boolean, p_wait integer)
returns table (state text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	update outbox o
	   set state = case when p_permanent
		or o.made_at < clock_timestamp() - interval '5 days'
		then 'failed' else 'queued' end,
	       next_try = clock_timestamp() + case when p_permanent
		then '0' else make_interval(secs => p_wait) end,
	       last_error = left(p_error, 300), claimed_by = null
	 where o.id = p_id and o.state = 'sending'
	   and o.claimed_by = pg_backend_pid()
	returning o.state;
end
$$;
