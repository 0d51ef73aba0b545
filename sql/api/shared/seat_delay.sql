-- sojourn.seat_delay(): a seat that comes free in a full section with a delay is
-- held back and opens at a full minute that nobody can know, so that nobody can
-- hand a seat to a friend by leaving it.  What the waiting list keeps is not
-- held back too.  The time stands in seat_hold; sojourn.job_reopen() opens it.
-- Tables: the row of section_seat that is being written, seat_hold (insert,
--         update)
create or replace function sojourn.seat_delay() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_n integer := least(old.taken - new.taken,
	    new.capacity - new.taken - new.held);
begin
	if v_n <= 0 then
		return new;
	end if;
	new.held := new.held + v_n;
	insert into seat_hold as h (section_id, opens_at, seats)
	values (new.section_id, date_trunc('minute', sojourn.now())
	    + make_interval(mins => 1 + floor(random() * new.delay)::integer),
	    v_n)
	on conflict (section_id, opens_at) do update
	   set seats = h.seats + excluded.seats;
	return new;
end
$$;
