-- mailer_api.sent(mail): the server has taken the mail.
-- Returns: mine, false when the claim was lost meanwhile: the rest of the
--          batch belongs to somebody else and must be left alone
-- Tables: outbox (update)
create or replace function mailer_api.sent(p_id bigint)
returns table (mine boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_by integer;
begin
	select o.claimed_by into v_by from outbox o
	 where o.id = p_id for update;
	update outbox o set state = 'sent', sent_at = clock_timestamp(),
	       claimed_by = null, last_error = ''
	 where o.id = p_id and o.state <> 'sent';
	return query select v_by is not distinct from pg_backend_pid();
end
$$;
