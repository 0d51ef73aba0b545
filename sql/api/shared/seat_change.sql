-- sojourn.seat_change(): who gets a seat that comes free or is added.
-- While more people wait than seats are kept for them, no seat is free to all:
-- it is kept for the waiting list.  sojourn.waitlist_section() offers it, or
-- gives it back when nobody on the list can take it.
-- What is left after that and comes free in a full section with a delay is held
-- back and opens at a full minute that nobody can know, so that nobody can hand
-- a seat to a friend by leaving it.  The time stands in seat_hold;
-- sojourn.job_reopen() opens it.
-- One trigger for both: its condition is read anew in every batch of the rush.
-- Tables: the row of section_seat that is being written, seat_hold (insert,
--         update)
create or replace function sojourn.seat_change() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_n integer;
begin
	v_n := least(new.waiting - new.freed,
	    new.capacity - new.taken - new.held);
	if v_n > 0 then
		new.held := new.held + v_n;
		new.freed := new.freed + v_n;
	end if;
	if new.delay = 0 or old.taken + old.held < old.capacity then
		return new;
	end if;
	v_n := least(old.taken - new.taken,
	    new.capacity - new.taken - new.held);
	if v_n > 0 then
		new.held := new.held + v_n;
		insert into seat_hold as h (section_id, opens_at, seats)
		values (new.section_id, date_trunc('minute', sojourn.now())
		    + make_interval(mins => 1
			+ floor(random() * new.delay)::integer), v_n)
		on conflict (section_id, opens_at) do update
		   set seats = h.seats + excluded.seats;
	end if;
	return new;
end
$$;
