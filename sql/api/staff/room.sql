-- staff_api.room(): how the waiting room stands and what is set.
-- Returns: one row; wait_minutes is what the last in the row would be told,
--   null while nobody has been let in
-- Tables: room, room_place, room_program (read)
create or replace function staff_api.room(p_session bytea, p_right text)
returns table (mode text, rate integer, open_at integer, hold_at integer,
    quiet integer, unseen integer, open boolean, opened_at timestamptz,
    round integer, came bigint, let_in bigint, waiting integer, away bigint,
    inside bigint, pace numeric, wait_minutes integer, pages bigint,
    programs bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select r.mode, r.rate, r.open_at, r.hold_at, r.quiet, r.unseen,
	       r.opened_at is not null, r.opened_at, r.round,
	       case when r.opened_at is null then 0 else r.last_place end,
	       case when r.opened_at is null then 0 else r.mark end, r.waiting,
	       case when r.opened_at is null then 0
		   else greatest(0, r.last_place - r.mark - r.waiting) end,
	       (select count(*) from room_place p where p.place = 0
		and p.round = r.round), round(r.pace::numeric, 1),
	       case when r.pace > 0.05
		   then ceil(r.waiting / r.pace / 60)::integer end,
	       coalesce((select sum(g.pages) from room_program g
		where g.seen_at > clock_timestamp() - interval '15 s'), 0),
	       (select count(*) from room_program g
		where g.seen_at > clock_timestamp() - interval '15 s')
	  from room r;
end
$$;
