-- sojourn.seat_keep(): while more people wait than seats are kept for them, no
-- seat is free to all: what comes free, or is added, is kept for the waiting
-- list.  sojourn.waitlist_section() offers it, or gives it back when nobody on
-- the list can take it.
-- Tables: the row of section_seat that is being written
create or replace function sojourn.seat_keep() returns trigger
language plpgsql volatile
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_kept integer := least(new.waiting - new.freed,
	    new.capacity - new.taken - new.held);
begin
	new.held := new.held + v_kept;
	new.freed := new.freed + v_kept;
	return new;
end
$$;
