-- sojourn.seat_fill(): what a new counter of seats knows of its section.
-- Tables: section (read)
create or replace function sojourn.seat_fill() returns trigger
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	select s.term_id, s.code, s.credits,
	       s.state = 'open' and s.open_to_exchange
	  into new.term_id, new.code, new.credits, new.open
	  from section s where s.id = new.section_id;
	return new;
end
$$;
