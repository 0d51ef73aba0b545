-- cli_api.doctor_room(): the waiting room has its one row, and no place is of
-- another round or beyond the last one given.
-- Violations: room-missing, room-place
-- Tables: room, room_place (read)
create or replace function cli_api.doctor_room()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'room-missing', 'room=1'
	 where not exists (select from room)
	union all
	select 'room-place', format('account=%s place=%s', p.account_id, p.place)
	  from room_place p cross join room r
	 where p.round <> r.round or p.place > r.last_place
	    or r.opened_at is null
	 order by 1, 2
$$;
