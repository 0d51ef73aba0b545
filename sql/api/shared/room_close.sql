-- sojourn.room_close(): the waiting room closes; places of the round are
-- forgotten, how many there were stays in the audit.
-- Tables: room (update), room_place (delete), audit (insert)
create or replace function sojourn.room_close() returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v room;
begin
	update room r set opened_at = null, waiting = 0, pace = 0
	  from room o where r.opened_at is not null
	returning o.* into v;
	if not found then
		return;
	end if;
	delete from room_place;
	perform sojourn.note(null, 'room-close', 'room', v.round, 'done', 'S21',
	    null, jsonb_build_object('places', v.last_place, 'mark', v.mark,
		'seconds', round(extract(epoch from
		    clock_timestamp() - v.opened_at))));
end
$$;
