-- sojourn.room_move(load): opens, moves or closes the waiting room, whose row
-- the caller has locked.  Its end is one of: nothing to do; opened (a new round,
-- everybody queues anew); the mark moved; closed.
-- The mark moves by the rate, over places that are alive; it stands still while
-- the programs have enough to do (room.hold_at), so that nobody is let in whom
-- they could not serve.
-- Tables: room (update), room_place (read, delete), audit (insert)
create or replace function sojourn.room_move(p_load integer) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v      room;
	v_now  timestamptz := clock_timestamp();
	v_s    double precision;
	v_n    double precision;
	v_let  integer := 0;
	v_mark bigint;
begin
	select * into v from room;
	if v.opened_at is null then
		perform sojourn.room_open(p_load);
		return;
	end if;
	v_s := least(extract(epoch from v_now - v.moved_at), 2);
	if v_s < 0 then         -- the machine's clock went back
		update room set moved_at = v_now;
		v_s := 0;
	end if;
	if v_s < 0.2 and v.mode <> 'off' then
		return;
	end if;
	v_n := v.part + v.rate * v_s;
	if p_load < v.hold_at then
		select count(*), max(a.place) into v_let, v_mark
		  from (select p.place from room_place p
			 where p.round = v.round and p.place > v.mark
			   and p.seen_at > v_now - make_interval(secs => v.unseen)
			 order by p.place limit greatest(0, floor(v_n))) a;
	end if;
	update room r
	   set mark = coalesce(v_mark, v.mark), moved_at = v_now,
	       -- Who is not there cannot be let in later all at once.
	       part = case when v_let < floor(v_n) then 0 else v_n - v_let end,
	       pace = v.pace + (v_let / greatest(v_s, 0.2) - v.pace)
		   * least(1, v_s / 5)
	 returning r.* into v;
	update room r set waiting = w.n,
	       waited_at = case when w.n > 0 then v_now else v.waited_at end
	  from (select count(*) as n from room_place p
		 where p.round = v.round and p.place > v.mark
		   and p.seen_at > v_now - make_interval(secs => v.unseen)) w
	 returning r.* into v;
	if v.mode = 'off' or (v.mode = 'auto'
	    and v.waited_at < v_now - make_interval(secs => v.quiet)) then
		perform sojourn.room_close();
	end if;
end
$$;
