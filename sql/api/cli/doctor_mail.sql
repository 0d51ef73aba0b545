-- cli_api.doctor_mail(): no mail waits without a reason (F12).
-- Violations: mail-stuck (due for an hour and not tried), mail-held (claimed
--             for a quarter of an hour), mail-person (names nobody)
-- Tables: outbox, person (read)
create or replace function cli_api.doctor_mail()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'mail-stuck', format('outbox=%s kind=%s', o.id, o.kind)
	  from outbox o
	 where o.state = 'queued'
	   and o.next_try < clock_timestamp() - interval '1 hour'
	   and o.made_at < clock_timestamp() - interval '1 hour'
	   and coalesce(o.not_before, '-infinity') <= sojourn.now() - interval '1 hour'
	union all
	select 'mail-held', format('outbox=%s kind=%s', o.id, o.kind)
	  from outbox o
	 where o.state = 'sending'
	   and coalesce(o.claimed_at, o.made_at) < clock_timestamp() - interval '15 minutes'
	union all
	select 'mail-person', format('outbox=%s person=%s', o.id, o.person_id)
	  from outbox o
	 where o.person_id is not null
	   and not exists (select from person p where p.id = o.person_id)
	 order by 1, 2
$$;
