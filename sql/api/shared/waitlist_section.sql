-- sojourn.waitlist_section(section): brings the waiting list of one section up
-- to date: ends offers that have run out, offers free seats to the first whose
-- credits and times allow it, and leaves to all what nobody on it can take.
-- Safe to repeat.
-- Locks: the section's seats; sojourn.decide() decides again when one is taken.
-- Returns: how many offers were made and how many ran out
-- Tables: waitlist, section_seat (update), section, term, enrolment (read), and
--         as sojourn.waitlist_open, sojourn.waitlist_offer
create or replace function sojourn.waitlist_section(p_section integer,
    out offered integer, out expired integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_seat  section_seat;
	v_s     record;
	v_open  record;
	v_w     record;
	v_held  integer;
	v_ended integer;
begin
	offered := 0;
	select * into v_seat from section_seat s where s.section_id = p_section
	   for no key update;
	select s.code, s.term_id, s.state, t.programme_type into v_s
	  from section s join term t on t.id = s.term_id where s.id = p_section;
	select * into v_open from waitlist_open(v_s.term_id);
	-- Who got a seat otherwise waits no more.
	update waitlist w set state = 'taken', ended_at = sojourn.now()
	 where w.section_id = p_section and w.state in ('waiting', 'passed')
	   and exists (select from enrolment e where e.section_id = p_section
		and e.person_id = w.person_id and e.holds_seat);
	update waitlist w set state = 'expired', ended_at = sojourn.now()
	 where w.section_id = p_section and w.state = 'offered'
	   and w.expires_at <= sojourn.now();
	get diagnostics expired = row_count;
	with o as (
		update waitlist w set state = 'ended', ended_at = sojourn.now()
		  from waitlist old
		 where old.id = w.id and w.section_id = p_section
		   and (v_s.state = 'closed' or v_open.over)
		   and w.state in ('waiting', 'passed', 'offered')
		returning old.state)
	select count(*) into v_ended from o where o.state = 'offered';
	v_held := greatest(v_seat.held - v_seat.freed - expired - v_ended, 0);
	for v_w in select w.id, w.person_id, w.why from waitlist w
	    where w.section_id = p_section and w.state in ('waiting', 'passed')
	      and v_open.closes_at is not null
	    order by w.id
	loop
		exit when v_seat.capacity <= v_seat.taken + v_held;
		v_w.why := waitlist_fits(v_s.term_id, v_w.person_id, v_s.code);
		if v_w.why = '{}' then
			perform waitlist_offer(v_w.id, least(v_open.closes_at,
			    sojourn.now() + make_interval(hours => coalesce(rule(
			    v_s.programme_type, 'waitlist_hours'), '12')::integer)));
			v_held := v_held + 1;
			offered := offered + 1;
		else
			update waitlist w set state = 'passed', why = v_w.why
			 where w.id = v_w.id and (w.state, w.why)
			    is distinct from ('passed', v_w.why);
		end if;
	end loop;
	-- Who was passed over is counted again as soon as nothing is in the way.
	update waitlist w set state = 'waiting', why = '{}'
	 where w.section_id = p_section and w.state = 'passed'
	   and v_seat.capacity <= v_seat.taken + v_held
	   and waitlist_fits(v_s.term_id, w.person_id, v_s.code) = '{}';
	perform waitlist_count(p_section, v_held, v_open.closes_at is null);
end
$$;
