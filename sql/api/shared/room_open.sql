-- sojourn.room_open(load): the waiting room opens, with a new round, if staff
-- want it open or the load says so.  The caller has locked its row.
-- Tables: room (update), room_place (delete), audit (insert)
create or replace function sojourn.room_open(p_load integer) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v room;
begin
	select * into v from room;
	if v.opened_at is not null or v.mode = 'off'
	    or (v.mode = 'auto' and p_load < v.open_at) then
		return;
	end if;
	delete from room_place;
	update room r set round = v.round + 1, opened_at = clock_timestamp(),
	       last_place = 0, mark = 0, moved_at = clock_timestamp(),
	       waited_at = clock_timestamp(), part = 0, pace = 0, waiting = 0;
	perform sojourn.note(null, 'room-open', 'room', v.round + 1, 'done',
	    'S21', null, jsonb_build_object('mode', v.mode, 'pages', p_load));
end
$$;
