-- cli_api.clock_accept(): somebody has looked and says that the clock of the
-- machine is right, though it was later before (F9).
-- Returns: behind, whole seconds that time goes back by it
-- Tables: clock_mark (update), audit (insert by sojourn.note)
create or replace function cli_api.clock_accept(out behind bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	behind := floor(sojourn.clock_seen())::bigint;
	update clock_mark set at = clock_timestamp();
	perform sojourn.note(null, 'clock-accept', '', null, 'done', null, null,
	    jsonb_build_object('behind', behind));
end
$$;
