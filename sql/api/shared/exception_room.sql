-- sojourn.exception_room(account, section, seats): asks for more seats than
-- the room holds; what was asked before and waits still is ended.  A week for
-- the second person.
-- Returns: the exception
-- Tables: exception (insert, update), exception_section (insert), section (read)
create or replace function sojourn.exception_room(p_account bigint,
    p_section integer, p_seats integer) returns bigint
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_id bigint;
begin
	update exception e set ended_at = sojourn.now()
	  from exception_section n
	 where n.exception_id = e.id and n.section_id = p_section
	   and e.kind = 'capacity' and e.agreed_at is null
	   and e.ended_at is null;
	insert into exception (kind, term_id, reason, until, seats, asked_by)
	select 'capacity', s.term_id, 'room ' || s.room_seats, sojourn.now()
	       + interval '7 days', p_seats, p_account
	  from section s where s.id = p_section
	returning id into v_id;
	insert into exception_section (exception_id, section_id, act)
	values (v_id, p_section, 'capacity');
	return v_id;
end
$$;
