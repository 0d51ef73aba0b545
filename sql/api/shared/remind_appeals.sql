-- sojourn.remind_appeals(due): instructors who have to decide about a request for
-- correction: on the working day before it is due and on that day (C32).  What
-- is overdue is no longer theirs; staff see it.
-- Parameters: p_due  nine o'clock of a working day
-- Returns: the number of requests
-- Tables: grade_appeal (update), host (read); by sojourn.grade_appeal_mail
create or replace function sojourn.remind_appeals(p_due timestamptz)
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_zone text := coalesce((select zone from host), 'Asia/Seoul');
	v_day  date := (p_due at time zone v_zone)::date;
	v_ids  bigint[];
begin
	with soon as (
		update grade_appeal p set reminded_at = p_due
		 where p.state = 'open' and p.due_at > p_due
		   and (p.due_at at time zone v_zone)::date
		       <= working_day(v_day, 1)
		   and (p.reminded_at is null or p.reminded_at < p_due)
		returning p.id)
	select array_agg(s.id order by s.id) into v_ids from soon s;
	perform grade_appeal_mail(i, 'reminder') from unnest(v_ids) i;
	return coalesce(cardinality(v_ids), 0);
end
$$;
