-- health_api.figures(): what the machine's watchers plot, without any person.
-- Returns: name, labels (Prometheus text, '' = none) and value of each figure
-- Tables: outbox, audit, enrolment, job_run, session (read, counted)
create or replace function health_api.figures()
returns table (name text, labels text, figure double precision)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select 'mails', format('state="%s"', o.state), count(*)::double precision
	  from outbox o group by o.state
	union all
	select 'mail_oldest_queued_seconds', '', coalesce(extract(epoch from
	       clock_timestamp() - min(o.next_try)), 0)::double precision
	  from outbox o
	 where o.state = 'queued' and o.next_try < clock_timestamp()
	   and (o.not_before is null or o.not_before <= sojourn.now())
	union all
	select 'enrolments', format('state="%s"', e.state),
	       count(*)::double precision
	  from enrolment e group by e.state
	union all
	select 'acts', format('program="%s",outcome="%s"', a.program, a.outcome),
	       count(*)::double precision
	  from audit a
	 where a.at > clock_timestamp() - interval '5 minutes'
	 group by a.program, a.outcome
	union all
	select 'sessions', '', count(*)::double precision
	  from session s
	 where s.ended_at is null and s.expires_at > clock_timestamp()
	union all
	select 'job_last_run_seconds', format('job="%s"', j.job),
	       extract(epoch from clock_timestamp() - max(j.ran_at))
	       ::double precision
	  from job_run j group by j.job
	 order by 1, 2;
end
$$;
