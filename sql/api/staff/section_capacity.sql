-- staff_api.section_capacity(...): another number of seats, never below those
-- taken (F11: each decision meets the capacity in force).  More than the room
-- holds take two people: the second agrees under /staff/exceptions.
-- Outcomes: done; pending (it waits for the second person, detail.room); already
--   (that number, or the same request); gone (no such section in the term);
--   invalid (capacity: below the seats taken)
-- Tables: section_seat, section (update), exception, exception_section, audit
--   (insert)
create or replace function staff_api.section_capacity(p_session bytea,
    p_right text, p_request text, p_term text, p_section text,
    p_capacity integer)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_id    integer;
	v_room  integer;
	v_seat  record;
	v_end   sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'capacity') then
		return next sojourn.says('capacity', 'already', 'R17');
		return;
	end if;
	select s.id, s.room_seats into v_id, v_room from section s
	 where s.term_id = sojourn.term_current(p_term) and s.code = p_section;
	select e.capacity, e.taken + e.held as taken into v_seat from section_seat e
	 where e.section_id = v_id for no key update;
	if v_id is null then
		v_end := sojourn.verdict('gone', 'R17');
	elsif p_capacity = v_seat.capacity then
		v_end := sojourn.verdict('already', 'R17');
	elsif p_capacity < v_seat.taken then
		v_end := sojourn.verdict('invalid', 'R17', jsonb_build_object(
		    'taken', v_seat.taken, 'capacity', p_capacity));
	elsif p_capacity > v_room and p_capacity > v_seat.capacity then
		perform sojourn.exception_room(v_actor.account_id, v_id,
		    p_capacity);
		v_end := sojourn.verdict('pending', 'R17', jsonb_build_object(
		    'room', v_room, 'to', p_capacity));
	else
		update section_seat set capacity = p_capacity,
		       version = version + 1 where section_id = v_id;
		update section set changed_at = sojourn.now() where id = v_id;
		v_end := sojourn.verdict('done', 'R17', jsonb_build_object(
		    'from', v_seat.capacity, 'to', p_capacity));
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('capacity', v_end.outcome, v_end.rule,
		v_end.detail, p_section, 'section', v_id)]);
end
$$;
