-- sojourn.room_move(load): opens, moves or closes the waiting room, whose row
-- the caller has locked.  Its end is one of: nothing to do; opened (a new round,
-- everybody queues anew); the mark moved; closed.
-- The mark moves by the rate, over places that are alive.  Nobody is let in whom
-- the programs could not serve: it stands still while they make room.hold_at
-- pages, and while more people have been let in and not had their page yet than
-- a second of the rate and five of what really goes in.
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
	v_due  integer;         -- let in, alive, no page yet
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
	v.pace := (select count(*) from room_place p
	    where p.entered_at > v_now - interval '5 s') / 5.0;
	select count(*) into v_due from room_place p
	 where p.round = v.round and p.place between 1 and v.mark
	   and p.entered_at is null
	   and p.seen_at > v_now - make_interval(secs => v.unseen);
	if p_load < v.hold_at then
		select count(*), max(a.place) into v_let, v_mark
		  from (select p.place from room_place p
			 where p.round = v.round and p.place > v.mark
			   and p.entered_at is null
			   and p.seen_at > v_now - make_interval(secs => v.unseen)
			 order by p.place limit greatest(0, least(floor(v_n),
			    v.rate + 5 * v.pace - v_due))) a;
	end if;
	update room r
	   set mark = coalesce(v_mark, v.mark), moved_at = v_now,
	       pace = v.pace,
	       -- What could not be let in is not made up for later, all at once.
	       part = case when v_let < floor(v_n) then 0 else v_n - v_let end
	 returning r.* into v;
	update room r set waiting = w.n,
	       waited_at = case when w.n > 0 then v_now else v.waited_at end
	  from (select count(*) as n from room_place p
		 where p.round = v.round and p.place > v.mark
		   and p.entered_at is null
		   and p.seen_at > v_now - make_interval(secs => v.unseen)) w
	 returning r.* into v;
	if v.mode = 'off' or (v.mode = 'auto'
	    and v.waited_at < v_now - make_interval(secs => v.quiet)) then
		perform sojourn.room_close();
	end if;
end
$$;
