-- sojourn.section_seats(): keeps what the counter of seats knows of its section.
-- Tables: section_seat (update)
create or replace function sojourn.section_seats() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update section_seat
	   set term_id = new.term_id, code = new.code, credits = new.credits,
	       open = new.state = 'open' and new.open_to_exchange,
	       version = version + 1
	 where section_id = new.id;
	return null;
end
$$;
