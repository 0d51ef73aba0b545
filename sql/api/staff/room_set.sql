-- staff_api.room_set(...): staff open, close and tune the waiting room (S21).
-- Parameters: p_mode  auto (opens itself when pages pile up), on, off;
--             the numbers as in sojourn.room
-- Outcomes: done; already (nothing differs, or the same request)
-- Tables: room (update), room_place (delete), audit (insert)
create or replace function staff_api.room_set(p_session bytea, p_right text,
    p_request text, p_mode text, p_rate integer, p_open_at integer,
    p_hold_at integer, p_quiet integer, p_unseen integer)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_end   text;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'room') then
		return next sojourn.says('room', 'already', 'S21');
		return;
	end if;
	update room r set mode = p_mode, rate = p_rate, open_at = p_open_at,
	       hold_at = p_hold_at, quiet = p_quiet, unseen = p_unseen
	 where (r.mode, r.rate, r.open_at, r.hold_at, r.quiet, r.unseen)
	       is distinct from
	       (p_mode, p_rate, p_open_at, p_hold_at, p_quiet, p_unseen);
	v_end := case when found then 'done' else 'already' end;
	if p_mode = 'off' then
		perform sojourn.room_close();
	elsif p_mode = 'on' then
		perform sojourn.room_open(0);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('room', v_end, 'S21', jsonb_build_object('mode',
		p_mode, 'rate', p_rate, 'open_at', p_open_at, 'hold_at',
		p_hold_at, 'quiet', p_quiet, 'unseen', p_unseen), '', 'room')]);
end
$$;
