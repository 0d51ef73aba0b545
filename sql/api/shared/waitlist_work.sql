-- sojourn.waitlist_work(): brings every waiting list up to date on which there is
-- something to do; clerk calls it every second.  Lists where nothing has
-- happened are read and not locked.
-- Returns: {"offered": n, "expired": n}
-- Tables: waitlist, section_seat, section, enrolment (read), and as
--         sojourn.waitlist_section
create or replace function sojourn.waitlist_work() returns jsonb
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_section integer;
	v_one     record;
	v_offered integer := 0;
	v_expired integer := 0;
begin
	for v_section in
		select w.section_id
		  from waitlist w
		  join section s on s.id = w.section_id
		  join section_seat f on f.section_id = s.id
		  left join enrolment e on e.section_id = s.id
			and e.person_id = w.person_id and e.holds_seat
		 where w.state in ('waiting', 'passed', 'offered')
		 group by s.id, s.state, f.section_id, w.section_id
		having s.state = 'closed'
		    or (waitlist_open(s.term_id)).over
		    or bool_or(w.state = 'offered'
			and w.expires_at <= sojourn.now())
		    or bool_or(w.state <> 'offered' and e.person_id is not null)
		    or (f.capacity > f.taken + f.held - f.freed
			and bool_or(w.state = 'waiting')
			and (waitlist_open(s.term_id)).closes_at is not null)
		    or f.waiting <> count(*) filter (where w.state = 'waiting')
		    or bool_or(w.state = 'passed' and case w.state when 'passed'
			then waitlist_fits(s.term_id, w.person_id, s.code) = '{}'
			end)
		 order by w.section_id
	loop
		select * into v_one from waitlist_section(v_section);
		v_offered := v_offered + v_one.offered;
		v_expired := v_expired + v_one.expired;
	end loop;
	return jsonb_build_object('offered', v_offered, 'expired', v_expired);
end
$$;
