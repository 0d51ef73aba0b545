-- sojourn.apply_window(term, university, at): may this university's students
-- apply?  The university's own deadline counts when it is earlier than the
-- host's day of receipt (R6, R7).
-- Returns: state open, before, closed or none, and the times
-- Tables: time_window (read)
create or replace function sojourn.apply_window(p_term integer,
    p_university integer, p_at timestamptz default null, out state text,
    out opens_at timestamptz, out closes_at timestamptz)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_at timestamptz := coalesce(p_at, sojourn.now());
	v    record;
begin
	select w.state, w.opens_at, w.closes_at into v
	  from window_state(p_term, 'APPLY', v_at) w;
	state := v.state;
	if v.state = 'none' then
		return;
	end if;
	select greatest(v.opens_at, o.opens_at) as opens,
	       least(v.closes_at, o.closes_at) as closes into v
	  from (select) one
	  left join time_window o on o.term_id = p_term and o.kind = 'APPLY'
	   and o.university_id = p_university and o.replaced_at is null;
	opens_at := v.opens;
	closes_at := v.closes;
	state := case when v_at >= closes_at then 'closed'
	    when v_at < opens_at then 'before' else 'open' end;
end
$$;
