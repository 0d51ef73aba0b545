-- sojourn.waitlist_fits(term, person, code): what is in the way of a person who
-- is next on the waiting list, a free seat apart.
-- Returns: reasons as sojourn.take_reasons; {} = nothing
-- Tables: account, registration_right (read), and as sojourn.rehearse
create or replace function sojourn.waitlist_fits(p_term integer,
    p_person bigint, p_code text) returns text[]
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select case when not exists (select from registration_right r
		join account a on a.person_id = r.person_id
		where r.person_id = p_person and r.term_id = p_term
		  and r.suspended_at is null and a.disabled_at is null)
	    then array['not-approved']
	    else (select array_remove(r.reasons, 'full')
		from rehearse(p_term, p_person, array[p_code]) r) end
$$;
