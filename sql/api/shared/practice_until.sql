-- sojourn.practice_until(): until when a practice is on.
-- Returns: null when none is
-- Tables: practice (read)
create or replace function sojourn.practice_until() returns timestamptz
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return (select p.closes_at from practice p
	    where p.ended_at is null and sojourn.now() >= p.opens_at
	      and sojourn.now() < p.closes_at);
end
$$;
