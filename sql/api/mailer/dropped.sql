-- mailer_api.dropped(mail, why): the mail has lost its point: its link or code
-- would open nothing.
-- Tables: outbox (update)
create or replace function mailer_api.dropped(p_id bigint, p_why text)
returns table (n integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update outbox o
	   set state = 'dropped', claimed_by = null, last_error = left(p_why, 300)
	 where o.id = p_id and o.state = 'sending'
	   and o.claimed_by = pg_backend_pid();
	get diagnostics n = row_count;
	return next;
end
$$;
