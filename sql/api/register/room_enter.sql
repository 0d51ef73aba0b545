-- register_api.room_enter(sessions, arrived): places for those who come to the
-- waiting room, in order of arrival.  A student has one place in a round,
-- whatever the session, the tab or the device; coming again is told the same.
-- Parameters: arrays of the same length
-- Returns: a row for each: n (from 1), outcome 'done' with round and place,
--          'closed' while the room is, 'login' and 'forbidden' as everywhere
-- Tables: room (update), room_place (read, insert)
create or replace function register_api.room_enter(p_right text,
    p_sessions bytea[], p_arrived timestamptz[])
returns table (n integer, outcome text, round integer, place bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set enable_seqscan = off        -- see sql/schema/76-room.sql
as $$
#variable_conflict use_column
declare
	v     room;
	v_new bigint;
begin
	select * into v from room for no key update;
	if v.opened_at is null then
		return query select i, 'closed', 0, 0::bigint
		  from generate_series(1, cardinality(p_sessions)) i;
		return;
	end if;
	return query
	with who as materialized (
		select x.i::integer, x.outcome, x.account_id, x.arrived, p.place
		  from sojourn.enter_all(p_sessions, p_right) e
		 cross join unnest(e.outcomes, e.accounts, p_arrived)
		       with ordinality as x(outcome, account_id, arrived, i)
		  left join lateral (select q.place from room_place q
			where q.account_id = x.account_id
			  and q.round = v.round limit 1) p on true
	), fresh as (
		select w.account_id, min(w.arrived) as arrived from who w
		 where w.outcome = 'done' and w.place is null
		 group by w.account_id
	), made as (
		insert into room_place (round, account_id, place, arrived_at,
		    seen_at)
		select v.round, f.account_id, v.last_place + row_number()
		    over (order by f.arrived, f.account_id), f.arrived,
		    clock_timestamp()
		  from fresh f
		-- Told meanwhile to have been inside: without a place he goes in.
		on conflict do nothing
		returning account_id, place
	)
	select w.i, w.outcome, v.round, coalesce(w.place, m.place, 0)
	  from who w
	  left join made m on m.account_id = w.account_id
	 order by w.i;
	select p.place into v_new from room_place p
	 where p.place > v.last_place and p.place > 0 and p.round = v.round
	 order by p.place desc limit 1;
	if v_new > v.last_place then
		update room r set last_place = v_new,
		       waited_at = clock_timestamp();
	end if;
end
$$;
