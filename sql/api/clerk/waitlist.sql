-- clerk_api.waitlist(): brings the waiting lists up to date; clerk calls it every
-- second.
-- Returns: offered and expired, as sojourn.waitlist_work counts them
-- Tables: those of sojourn.waitlist_work()
create or replace function clerk_api.waitlist(out offered integer,
    out expired integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v jsonb := sojourn.waitlist_work();
begin
	offered := (v ->> 'offered')::integer;
	expired := (v ->> 'expired')::integer;
end
$$;
