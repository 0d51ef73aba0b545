-- sojourn.registration_state(term, person): where a student stands with
-- registering at this moment.
-- Returns: one row: may 'done', 'not-approved' (R23) or 'not-recommended' (R3);
--          the window open now (REGISTER, CHANGE, WITHDRAW, '' = none of them)
--          and until when, the next one and when it opens, the last one and
--          when it closed; whether one can add and cancel now (R9, R10, C26,
--          also by an exception that staff recorded); credits and their limits
--          (R18, R19).  open_kind SUBSTITUTE: only credits lost by a section
--          that the host closed can be made good (R32), substitute_left of them
-- Tables: time_window, term, exception, registration_right, enrolment (read),
--   those of sojourn.substitute_upto
create or replace function sojourn.registration_state(p_term integer,
    p_person bigint, out term text, out may text, out open_kind text,
    out open_till timestamptz, out next_kind text, out next_at timestamptz,
    out last_kind text, out last_at timestamptz, out can_add boolean,
    out can_cancel boolean, out have integer, out min_credits integer,
    out max_credits integer, out limit_rule text, out final boolean,
    out substitute_left integer)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_now timestamptz := sojourn.now();
	v record;
	v_late timestamptz;
	v_upto integer;
begin
	select t.code, coalesce(v_now >= t.catalogue_final_at, false) as final,
	       rule(t.programme_type, 'cancel_in_register') = 'yes' as leave
	  into v from term t where t.id = p_term;
	term := ltrim(v.code, 'P');	-- of a practice the term it is for
	final := v.final;
	select w.kind, w.closes_at into open_kind, open_till from time_window w
	 where w.term_id = p_term and w.university_id is null
	   and w.replaced_at is null and w.kind in ('REGISTER', 'CHANGE', 'WITHDRAW')
	   and v_now >= w.opens_at and v_now < w.closes_at
	 order by w.kind limit 1;
	select w.kind, w.opens_at into next_kind, next_at from time_window w
	 where w.term_id = p_term and w.university_id is null
	   and w.replaced_at is null and w.kind in ('REGISTER', 'CHANGE', 'WITHDRAW')
	   and w.opens_at > v_now
	 order by w.opens_at limit 1;
	select w.kind, w.closes_at into last_kind, last_at from time_window w
	 where w.term_id = p_term and w.university_id is null
	   and w.replaced_at is null and w.kind in ('REGISTER', 'CHANGE', 'WITHDRAW')
	   and w.closes_at <= v_now
	 order by w.closes_at desc limit 1;
	can_add := coalesce(open_kind in ('REGISTER', 'CHANGE'), false);
	can_cancel := coalesce(open_kind = 'CHANGE'
	    or (open_kind = 'REGISTER' and v.leave), false);
	if not can_cancel then
		v_late := exception_open(p_term, p_person, v_now);
		if v_late is not null then
			can_add := true;
			can_cancel := true;
			open_kind := coalesce(open_kind, 'CHANGE');
			open_till := greatest(open_till, v_late);
		end if;
	end if;
	select r.min_credits, r.max_credits, r.limit_rule,
	       case when r.suspended_at is null then 'done' end
	  into min_credits, max_credits, limit_rule, may
	  from registration_right r
	 where r.term_id = p_term and r.person_id = p_person;
	may := coalesce(may, (decide_right(p_term, p_person)).outcome);
	have := (select coalesce(sum(e.credits), 0) from enrolment e
	    where e.person_id = p_person and e.term_id = p_term
	      and e.holds_seat);
	if not can_add then
		v_upto := substitute_upto(p_term, p_person, v_now);
		substitute_left := case when v_upto is not null
		    then least(v_upto, max_credits) - have end;
		can_add := coalesce(substitute_left, 0) > 0;
	end if;
	if v_upto > have then
		open_kind := 'SUBSTITUTE';
		open_till := (select max(x.closes_at) from substitute x
		    where x.person_id = p_person and x.term_id = p_term);
	end if;
	open_kind := coalesce(open_kind, '');
	next_kind := coalesce(next_kind, '');
	last_kind := coalesce(last_kind, '');
end
$$;
