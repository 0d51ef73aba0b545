-- sojourn.term_register(): the term in which students register at this moment:
-- the practice of a term while one is on, else the current term.
-- Tables: practice (read), those of sojourn.term_current
create or replace function sojourn.term_register() returns integer
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return coalesce((select -p.term_id from practice p
	    where p.ended_at is null and sojourn.now() >= p.opens_at
	      and sojourn.now() < p.closes_at), sojourn.term_current(''));
end
$$;
