-- sojourn.substitute_upto(term, person, at, take): how many credits a student may
-- hold who adds in the place of sections that the host closed (R32), at a
-- moment outside the windows: what was lost and is not made good yet, and never
-- more than was held before.
-- Parameters: p_take  code of the section to add; null: of any
-- Returns: null when no substitute window of the person is open, or an exception
--          of staff opens more than that; the credits held now when nothing is
--          left of it
-- Tables: substitute, enrolment, time_window (read), those of
--   sojourn.exception_open
create or replace function sojourn.substitute_upto(p_term integer,
    p_person bigint, p_at timestamptz, p_take text default null)
returns integer
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_lost record;
	v_have integer;
	v_used integer;
begin
	select sum(x.credits)::integer as credits, max(x.held) as held,
	       min(x.opens_at) as since
	  into v_lost from substitute x
	 where x.person_id = p_person and x.term_id = p_term
	   and p_at >= x.opens_at and p_at < x.closes_at;
	if v_lost.since is null
	    or exception_open(p_term, p_person, p_at, p_take) is not null then
		return null;
	end if;
	-- Used is what was added since outside the windows, also what was closed
	-- again: that is lost once more, with a row of its own.
	select coalesce(sum(e.credits) filter (where e.holds_seat), 0),
	       coalesce(sum(e.credits) filter (where e.enrolled_at >= v_lost.since
		   and not exists (select from time_window w
			where w.term_id = p_term and w.university_id is null
			  and w.replaced_at is null
			  and w.kind in ('REGISTER', 'CHANGE')
			  and e.enrolled_at >= w.opens_at
			  and e.enrolled_at < w.closes_at)), 0)
	  into v_have, v_used from enrolment e
	 where e.person_id = p_person and e.term_id = p_term;
	return v_have + greatest(least(v_lost.held - v_have,
	    v_lost.credits - v_used), 0);
end
$$;
