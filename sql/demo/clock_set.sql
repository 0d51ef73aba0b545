-- sojourn.clock_set(to): moves the demo's clock.  Forward, it stops at the
-- moment of every timed job in between and runs it there, in order, as if the
-- time had passed; backward, it only moves.  Null: the real time.
-- Returns: the new time and the number of jobs that ran
-- Tables: demo_clock (update), those of the jobs
create or replace function sojourn.clock_set(p_to timestamptz,
    out told_at timestamptz, out jobs integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_to   timestamptz := coalesce(p_to, transaction_timestamp());
	v_next record;
begin
	jobs := 0;
	perform from demo_clock for update;
	perform from sojourn.job_step('-infinity');	-- notes the first start
	loop
		select * into v_next from sojourn.job_next(v_to);
		exit when not found;
		update demo_clock
		   set distance = greatest(v_next.due_at, sojourn.now())
			- transaction_timestamp();
		perform from sojourn.job_step(v_next.due_at);
		jobs := jobs + 1;
	end loop;
	update demo_clock set distance = v_to - transaction_timestamp();
	told_at := sojourn.now();
end
$$;

-- The page /demo/clock and the command `sojourn clock` stand on it.
create or replace function demo_api.clock_set(p_to timestamptz,
    out told_at timestamptz, out jobs integer)
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select * from sojourn.clock_set(p_to)
$$;
create or replace function cli_api.clock_set(p_to timestamptz,
    out told_at timestamptz, out jobs integer)
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select * from sojourn.clock_set(p_to)
$$;
-- Seconds from where the clock stands, in the same transaction.
create or replace function cli_api.clock_advance(p_seconds bigint,
    out told_at timestamptz, out jobs integer)
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select * from sojourn.clock_set(sojourn.now()
	    + make_interval(secs => p_seconds))
$$;
