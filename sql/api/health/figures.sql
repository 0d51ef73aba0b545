-- health_api.figures(): what the machine's watchers plot and only the database
-- knows, without any person.  Every figure is read from an index or a small
-- table: nothing here grows with the audit or with the mails that were sent.
-- Returns: name, labels (Prometheus text, '' = none) and value of each figure
-- Tables: outbox, section, section_seat, session, room, job_run (read, counted),
--         those of sojourn.audit_sealing
create or replace function health_api.figures()
returns table (name text, labels text, figure double precision)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term  integer := sojourn.term_current('');
	v_start timestamptz := (select min(r.due_at) from job_run r
	    where r.job = 'start');
begin
	return query
	select 'mails', 'state="queued"', count(*)::double precision
	  from outbox o where o.state = 'queued' and o.not_before is null
	union all
	select 'mails', 'state="held"', count(*) filter (
	       where o.not_before > sojourn.now())::double precision
	  from outbox o where o.state = 'queued' and o.not_before is not null
	union all
	select 'mails', 'state="released"', count(*) filter (
	       where o.not_before <= sojourn.now())::double precision
	  from outbox o where o.state = 'queued' and o.not_before is not null
	union all
	select 'mails', 'state="sending"', count(*)::double precision
	  from outbox o where o.state = 'sending'
	union all
	select 'mails', 'state="failed"', count(*)::double precision
	  from outbox o where o.state = 'failed'
	union all
	select 'mail_oldest_queued_seconds', '', coalesce(extract(epoch from
	       clock_timestamp() - min(o.next_try)), 0)::double precision
	  from outbox o
	 where o.state = 'queued' and o.next_try < clock_timestamp()
	   and (o.not_before is null or o.not_before <= sojourn.now());
	return query
	select 'seats', s.label, s.n::double precision
	  from (select sum(e.taken) as taken, sum(e.capacity - e.taken) as free
		  from section s join section_seat e on e.section_id = s.id
		 where s.term_id = v_term and s.state = 'open') t
	 cross join lateral (values ('state="taken"', coalesce(t.taken, 0)),
	     ('state="free"', coalesce(t.free, 0))) s (label, n)
	union all
	select 'sections', format('state="%s"', q.state),
	       count(*)::double precision
	  from (select case when s.state = 'closed' then 'closed'
		    when e.taken >= e.capacity then 'full' else 'open' end as state
		  from section s join section_seat e on e.section_id = s.id
		 where s.term_id = v_term) q
	 group by q.state
	union all
	select 'sessions', '', count(*)::double precision
	  from session s
	 where s.ended_at is null and s.expires_at > clock_timestamp();
	return query
	select f.name, '', f.n
	  from room r
	 cross join lateral (values
	     ('room_open', (r.opened_at is not null)::integer::double precision),
	     ('room_waiting', r.waiting::double precision),
	     ('room_admitted_per_second', r.pace)) f (name, n);
	return query
	select f.name, '', f.n::double precision
	  from sojourn.audit_sealing() s
	 cross join lateral (values ('audit_head', s.head),
	     ('audit_sealed', s.sealed), ('audit_unsealed', s.unsealed),
	     ('audit_oldest_unsealed_seconds', s.oldest_s)) f (name, n);
	return query
	select f.name, '', f.n
	  from (select count(*)::double precision as n, coalesce(extract(epoch
		    from sojourn.now() - min(d.due_at)), 0)::double precision as late
		  from sojourn.job_due(coalesce(v_start, sojourn.now()),
		      sojourn.now()) d
		 where not exists (select from job_run r
		    where r.job = d.job and r.due_at = d.due_at)) q
	 cross join lateral (values ('jobs_due', q.n),
	     ('job_overdue_seconds', q.late)) f (name, n)
	union all
	select 'job_last_run_seconds', format('job="%s"', j.job),
	       extract(epoch from clock_timestamp() - max(j.ran_at))
	       ::double precision
	  from job_run j group by j.job;
end
$$;
