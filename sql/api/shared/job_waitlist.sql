-- sojourn.job_waitlist(due): offers that run out and lists that end with their
-- window, at their moment; see sojourn.waitlist_work().
-- Tables: as sojourn.waitlist_work
create or replace function sojourn.job_waitlist(p_due timestamptz)
returns jsonb
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.waitlist_work()
$$;
