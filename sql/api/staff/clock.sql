-- staff_api.clock(): the clock of the machine, where it is behind what has been
-- (F9), for a word on the desk.
-- Returns: was, the latest time there was; is, the machine's; of_log: documents
--          carry the time of the entry before; no row while it is right
-- Tables: those of sojourn.clock_behind
create or replace function staff_api.clock(p_session bytea, p_right text)
returns table (was timestamptz, is_ timestamptz, of_log boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query select b.was, clock_timestamp(), b.of_log
	  from sojourn.clock_behind() b;
end
$$;
