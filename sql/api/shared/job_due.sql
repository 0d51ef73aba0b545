-- sojourn.job_due(from, till): every timed job whose moment lies after p_from
-- and not after p_till, whether it has run or not.  A new kind of job is one
-- more select here and one more branch in sojourn.job_work().
-- Parameters: both on the clock of sojourn.now()
-- Returns: job and moment; place orders jobs of one moment: what closes comes
--          before what opens
-- Tables: time_window (read)
create or replace function sojourn.job_due(p_from timestamptz,
    p_till timestamptz)
returns table (job text, due_at timestamptz, place integer)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select distinct 'close', w.closes_at, 1
	  from time_window w
	 where w.replaced_at is null
	   and w.closes_at > p_from and w.closes_at <= p_till
	union all
	select distinct 'open', w.opens_at, 2
	  from time_window w
	 where w.replaced_at is null
	   and w.opens_at > p_from and w.opens_at <= p_till
$$;
