-- public_api.windows(term): the host's windows of a term, in order of time.
-- Parameters: p_term  code, '' = the current term
-- Returns: kind, state 'open' | 'before' | 'closed', times as shown, as ISO
--          text and as epoch; the days alone where no hours are stated (C22);
--          today_before: the next window to open, today stands before it
-- Tables: time_window (read)
create or replace function public_api.windows(p_term text)
returns table (kind text, state text, opens_at timestamptz,
    closes_at timestamptz, closes_epoch bigint, opens_epoch bigint,
    closes_iso text, opens_on date, closes_on date, hours_stated boolean,
    changed boolean, today_before boolean)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select w.kind,
	       case when sojourn.now() < w.opens_at then 'before'
		    when sojourn.now() >= w.closes_at then 'closed'
		    else 'open' end,
	       w.opens_at, w.closes_at,
	       extract(epoch from w.closes_at)::bigint,
	       extract(epoch from w.opens_at)::bigint,
	       to_char(w.closes_at, 'YYYY-MM-DD"T"HH24:MI+09:00'),
	       w.opens_at::date, (w.closes_at - interval '1 second')::date,
	       w.hours_stated, w.version > 1,
	       w.opens_at > sojourn.now() and row_number() over (
		   partition by w.opens_at > sojourn.now()
		   order by w.opens_at, w.closes_at) = 1
	  from time_window w
	 where w.term_id = sojourn.term_current(p_term)
	   and w.replaced_at is null and w.university_id is null
	   and w.kind <> 'COURSE_OPENING'
	 order by w.opens_at, w.closes_at;
end
$$;
