-- sojourn.exception_seats(exception): gives a section the number of seats that
-- two people have agreed on.
-- Returns: false when more are taken by now
-- Tables: exception, exception_section (read), section_seat, section (update)
create or replace function sojourn.exception_seats(p_exception bigint)
returns boolean
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_id integer := (select n.section_id from exception_section n
	    where n.exception_id = p_exception and n.act = 'capacity');
	v_to integer := (select e.seats from exception e
	    where e.id = p_exception);
begin
	perform from section_seat e where e.section_id = v_id
	    for no key update;
	if (select e.taken + e.held > v_to from section_seat e
	    where e.section_id = v_id) then
		return false;
	end if;
	update section_seat set capacity = v_to, version = version + 1
	 where section_id = v_id;
	update section set changed_at = sojourn.now() where id = v_id;
	return true;
end
$$;
