-- register_api.room_inside(round, sessions): who had the page open when the
-- waiting room opened: their acts go on, they have place 0.
-- Returns: one row: how many
-- Tables: room, session (read), room_place (insert)
create or replace function register_api.room_inside(p_round integer,
    p_sessions bytea[])
returns table (n bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	v_n bigint := 0;
begin
	if exists (select from room r where r.round = p_round
	    and r.opened_at is not null) then
		insert into room_place (round, account_id, place, arrived_at,
		    seen_at)
		select distinct p_round, x.account_id, 0, clock_timestamp(),
		       clock_timestamp()
		  from sojourn.enter_all(p_sessions, 'student') e,
		       unnest(e.outcomes, e.accounts) as x(outcome, account_id)
		 where x.outcome = 'done'
		on conflict do nothing;
		get diagnostics v_n = row_count;
	end if;
	return query select v_n;
end
$$;
