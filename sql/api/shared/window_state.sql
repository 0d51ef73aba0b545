-- sojourn.window_state(term, kind, at): is a window of the host open?
-- Start inclusive, end exclusive.  p_at is the time of arrival (F9).
-- Returns: state 'open', 'before', 'closed' or 'none'; its times
-- Tables: time_window (read)
create or replace function sojourn.window_state(p_term integer, p_kind text,
    p_at timestamptz default null, out state text, out opens_at timestamptz,
    out closes_at timestamptz)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_at timestamptz := coalesce(p_at, sojourn.now());
begin
	select w.opens_at, w.closes_at into opens_at, closes_at
	  from time_window w
	 where w.term_id = p_term and w.kind = p_kind
	   and w.university_id is null and w.replaced_at is null;
	state := case when not found then 'none'
	    when v_at < opens_at then 'before'
	    when v_at >= closes_at then 'closed'
	    else 'open' end;
end
$$;
