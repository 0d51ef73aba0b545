-- sojourn.decide_right(term, person): why somebody may not register who has no
-- living right of the term.
-- Returns: 'not-recommended' (R3) when the host has approved and the home
--          university's word is missing or was no; else 'not-approved' (R23:
--          also somebody of an earlier term applies again)
-- Tables: registration_right, application (read)
create or replace function sojourn.decide_right(p_term integer,
    p_person bigint) returns sojourn.verdict
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if exists (select from application a
	    where a.person_id = p_person and a.term_id = p_term
	      and a.state in ('approved', 'issued')
	      and a.recommendation <> 'recommended') then
		return verdict('not-recommended', 'R3');
	end if;
	return verdict('not-approved', 'R23');
end
$$;
