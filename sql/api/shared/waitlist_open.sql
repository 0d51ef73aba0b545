-- sojourn.waitlist_open(term): the window in which one can add, for the waiting
-- lists of a term.
-- Returns: closes_at, null while none is open; over: none is open or to come
-- Tables: time_window (read)
create or replace function sojourn.waitlist_open(p_term integer,
    out closes_at timestamptz, out over boolean)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_now timestamptz := sojourn.now();
begin
	select max(w.closes_at) filter (where v_now >= w.opens_at
		   and v_now < w.closes_at),
	       coalesce(bool_and(w.closes_at <= v_now), true)
	  into closes_at, over
	  from time_window w
	 where w.term_id = p_term and w.university_id is null
	   and w.replaced_at is null and w.kind in ('REGISTER', 'CHANGE');
end
$$;
