-- sojourn.credits_upto(term, person): how many credits a student may hold who
-- adds at this moment: the limit of the right (R18, R19), in a substitute
-- window no more than what was lost (R32).
-- Returns: null without a right of the term
-- Tables: registration_right, time_window (read), and as
--         sojourn.substitute_upto
create or replace function sojourn.credits_upto(p_term integer,
    p_person bigint) returns integer
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_max integer := (select r.max_credits from registration_right r
	    where r.person_id = p_person and r.term_id = p_term);
begin
	if exists (select from time_window w
	    where w.term_id = p_term and w.university_id is null
	      and w.replaced_at is null and w.kind in ('REGISTER', 'CHANGE')
	      and sojourn.now() >= w.opens_at and sojourn.now() < w.closes_at) then
		return v_max;
	end if;
	return least(v_max, substitute_upto(p_term, p_person, sojourn.now()));
end
$$;
