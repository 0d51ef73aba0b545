-- cli_api.job_list(): every kind of timed job, its last run and its next.
-- Returns: a row per kind that has run or will within four hundred days
-- Tables: job_run (read), those of sojourn.job_due()
create or replace function cli_api.job_list()
returns table (job text, last_due text, next_due text, overdue bigint)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with start as (
		select coalesce(min(r.due_at), sojourn.now()) as at
		  from job_run r where r.job = 'start'),
	coming as (
		select d.job, min(d.due_at) as next_due,
		       count(*) filter (where d.due_at <= sojourn.now()) as overdue
		  from start s
		 cross join lateral sojourn.job_due(s.at,
		     sojourn.now() + interval '400 days') d
		 where not exists (select from job_run r
		    where r.job = d.job and r.due_at = d.due_at)
		 group by d.job),
	gone as (
		select r.job, max(r.due_at) as last_due
		  from job_run r where r.job <> 'start' group by r.job)
	select coalesce(c.job, g.job), coalesce(sojourn.iso_time(g.last_due), ''),
	       coalesce(sojourn.iso_time(c.next_due), ''), coalesce(c.overdue, 0)
	  from coming c full join gone g on g.job = c.job
	 order by 1
$$;
