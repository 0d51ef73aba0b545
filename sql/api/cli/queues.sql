-- cli_api.queues(): how much waits where, of all terms.
-- Returns: a row per queue, also when nothing waits; oldest is the moment the
--          first of them arrived
-- Tables: application, identity_case, withdrawal, correction, outbox,
--         job_run (read)
create or replace function cli_api.queues()
returns table (queue text, waiting bigint, oldest text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select q.queue, q.waiting, coalesce(sojourn.iso_time(q.oldest), '')
	  from (
		select 1 as place, 'to-decide' as queue, count(*) as waiting, min(a.submitted_at) as oldest
		  from application a where a.state in ('submitted', 'held')
		union all
		select 2, 'to-recommend', count(*), min(a.submitted_at)
		  from application a
		 where a.recommendation = 'none'
		   and a.state in ('submitted', 'held', 'approved', 'issued')
		union all
		select 3, 'to-issue', count(*), min(a.decided_at)
		  from application a where a.state = 'approved'
		union all
		select 4, 'identities', count(*), min(c.made_at)
		  from identity_case c where c.state in ('open', 'merge-asked')
		union all
		select 5, 'withdrawals', count(*), min(w.requested_at)
		  from withdrawal w where w.state in ('requested', 'confirmed-late')
		union all
		select 6, 'corrections', count(*), min(c.asked_at)
		  from correction c where c.state = 'open'
		union all
		select 7, 'mail-due', count(*), min(o.made_at)
		  from outbox o where o.state in ('queued', 'sending')
		   and (o.not_before is null or o.not_before <= sojourn.now())
		union all
		select 8, 'mail-held', count(*), min(o.made_at)
		  from outbox o where o.state = 'queued' and o.not_before > sojourn.now()
		union all
		select 9, 'mail-failed', count(*), min(o.made_at)
		  from outbox o where o.state = 'failed') q
	 order by q.place
$$;
