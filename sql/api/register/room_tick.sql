-- register_api.room_tick(program, pages, round, seen, entered): the waiting room moves on.
-- Asked by every program once or twice a second; whoever comes first moves the
-- mark, for the time since it was moved last.
-- Parameters: p_name   the process that asks
--             p_pages  pages it is making at this moment (the measured load)
--             p_seen, p_entered  places of the round p_round that gave a sign of
--             life, that had their first page, since it asked last
-- Returns: one row: how the room stands now; round 0 while it is closed;
--          open_at is out of reach where staff keep it closed
-- A place without a sign of life for room.unseen seconds is passed over; its
-- owner goes in when he comes back, if the mark is beyond him by then.
-- Tables: room, room_place, room_program (read, write), audit (insert)
create or replace function register_api.room_tick(p_name text,
    p_pages integer, p_round integer, p_seen bigint[], p_entered bigint[])
returns table (round integer, mark bigint, last_place bigint,
    waiting integer, pace double precision, rate integer, open_at integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set enable_seqscan = off        -- see sql/schema/76-room.sql
as $$
#variable_conflict use_column
declare
	v_now  timestamptz := clock_timestamp();
	v      record;
	v_told record;
	v_load integer;
begin
	-- A tick that is lost with the server is made again by the next.
	perform set_config('synchronous_commit', 'off', true);
	v_load := sojourn.room_load(p_name, p_pages, v_now);
	select * into v from room;
	if v.opened_at is null and v.mode <> 'on'
	    and (v.mode = 'off' or v_load < v.open_at) then
		return query select 0, 0::bigint, 0::bigint, 0, 0::double precision,
		    v.rate, case when v.mode = 'off' then 1000000 else v.open_at end;
		return;
	end if;
	-- One by one by the index, in the order of places as every program does.
	for v_told in
		select t.place, bool_or(t.came) as came
		  from (select unnest(p_seen) as place, false as came
			union all select unnest(p_entered), true) t
		 group by t.place order by t.place
	loop
		update room_place p set seen_at = v_now,
		       entered_at = case when v_told.came then v_now end
		 where p.place = v_told.place and p.round = p_round
		   and p.place > 0 and p.entered_at is null;
	end loop;
	-- Somebody else is moving it: what stands is good enough.
	perform from room for no key update skip locked;
	if found then
		perform sojourn.room_move(v_load);
	end if;
	return query select case when r.opened_at is null then 0 else r.round end,
	    r.mark, r.last_place, r.waiting, r.pace,
	    r.rate, case when r.mode = 'off' then 1000000 else r.open_at end from room r;
end
$$;
