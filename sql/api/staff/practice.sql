-- staff_api.practice(): the practice that is on, or what one would be.
-- Returns: one row: the current term; running; opens_at, closes_at of the one
--   that is on; latest: until when one may last at most (see
--   staff_api.practice_act), null when none can begin; rights: students with a
--   right; sections; registered and students: what was done in it so far
-- Tables: term, practice, registration_right, section, enrolment, time_window
--   (read)
create or replace function staff_api.practice(p_session bytea, p_right text)
returns table (term text, running boolean, opens_at timestamptz,
    closes_at timestamptz, latest timestamptz, rights bigint, sections bigint,
    registered bigint, students bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current('');
	v_w    record;
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	select * into v_w from sojourn.window_state(v_term, 'REGISTER');
	return query
	select t.code, p.id is not null, p.opens_at, p.closes_at,
	       case when v_w.state = 'before' and v_w.opens_at
		    - interval '3 hours' > sojourn.now()
		   then v_w.opens_at - interval '3 hours' end,
	       (select count(*) from registration_right r
		 where r.term_id = v_term and r.suspended_at is null),
	       (select count(*) from section s where s.term_id = v_term),
	       (select count(*) from enrolment e where e.term_id = -v_term),
	       (select count(distinct e.person_id) from enrolment e
		 where e.term_id = -v_term)
	  from term t
	  left join practice p on p.ended_at is null
	 where t.id = v_term;
end
$$;
