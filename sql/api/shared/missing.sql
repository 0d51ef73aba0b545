-- sojourn.missing(term, university): who may register and has not done so, or
-- not enough of it.
-- Parameters: p_university  null = all
-- Returns: a row per student.  why is login (no registration, and no login
--          since the ID was issued for this term), none (logged in, nothing
--          registered) or below (fewer credits than the least a term asks for,
--          R18)
-- Tables: registration_right, application, account, enrolment (read)
create or replace function sojourn.missing(p_term integer,
    p_university integer default null)
returns table (person_id bigint, application_id bigint,
    university_id integer, why text, credits integer, min_credits integer)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with have as (
		select e.person_id, sum(e.credits)::integer as credits
		  from registration_right g
		  join enrolment e on e.person_id = g.person_id
			and e.term_id = g.term_id
		 where g.term_id = p_term and e.holds_seat
		   and (p_university is null or g.university_id = p_university)
		 group by e.person_id)
	select r.person_id, r.application_id, r.university_id,
	       case when h.credits > 0 then 'below'
		   when c.logged_in_at >= coalesce(a.issued_at, r.granted_at)
		       then 'none'
		   else 'login' end,
	       coalesce(h.credits, 0), r.min_credits
	  from registration_right r
	  join application a on a.id = r.application_id
	  left join have h on h.person_id = r.person_id
	  left join account c on c.person_id = r.person_id
	 where r.term_id = p_term and r.suspended_at is null
	   and (p_university is null or r.university_id = p_university)
	   and coalesce(h.credits, 0) < greatest(r.min_credits, 1)
$$;
