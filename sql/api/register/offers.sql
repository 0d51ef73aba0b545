-- register_api.offers(session, right, lang, school, major, q): the sections of the
-- term as this student sees them (R30, R51), each with the reason why it
-- cannot be taken.
-- Returns: rows of sojourn.offers; none without the right.  tick: its box can
--          be ticked, to register while that is possible, else for the cart
--          while a window of adding is still to come; ticked: it is in the cart
--          and can be taken now, or there is no box because it is in the cart; wait: one can join its waiting list now
-- Tables: as sojourn.offers, sojourn.registration_state
create or replace function register_api.offers(p_session bytea, p_right text,
    p_lang text, p_school text, p_major text, p_q text)
returns table (code text, name text, major text, credits integer,
    instructor text, room text, times text, capacity integer, taken integer,
    why text, other text, other_when text, tick boolean, ticked boolean,
    agreed integer, agreed_taken integer, wait boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_register();
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select o.code, o.name, o.major, o.credits, o.instructor, o.room,
	       o.times, o.capacity, o.taken, o.why, o.other, o.other_when,
	       ticks(tick_kind(s.may, s.can_add, s.next_kind), o.why, o.in_cart),
	       o.in_cart and case when s.can_add then o.why = ''
		   else tick_kind(s.may, s.can_add, s.next_kind) = 'cart' end,
	       o.agreed, o.agreed_taken,
	       tick_kind(s.may, s.can_add, s.next_kind) = 'add' and o.waits
		   and o.why = 'full'
	  from registration_state(v_term, v_actor.person_id) s
	 cross join offers(v_term, v_actor.person_id, p_lang, p_school, p_major,
	    p_q, null) o;
end
$$;
