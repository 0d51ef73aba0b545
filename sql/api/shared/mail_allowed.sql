-- sojourn.mail_allowed(address): may a public form still send a mail there?
-- At most three a day go to one mailbox, whatever is asked (S4).
-- Tables: outbox (read)
create or replace function sojourn.mail_allowed(p_to text) returns boolean
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select count(*) < 3
	  from outbox o
	 where lower(o.to_address) = lower(p_to)
	   and o.kind in ('confirm', 'status-link')
	   and o.made_at > clock_timestamp() - interval '1 day'
$$;
