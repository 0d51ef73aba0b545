-- sojourn.recommendation_effects(applications): brings rights and credits of
-- issued applications in line with their recommendation (R3, R45, R46).  Safe
-- to repeat.
--   recommended               the right lives, enrolments count
--   none, stage after_registration  the same: the home university decides later
--   none, another stage       the right sleeps, enrolments count
--   refused                   the right sleeps, enrolments stay without credit
-- Tables: application, university (read), registration_right, enrolment (update)
create or replace function sojourn.recommendation_effects(p_applications bigint[])
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update registration_right r
	   set suspended_at = sojourn.now(),
	       suspended_why = case a.recommendation when 'refused'
		   then 'refused' else 'not-recommended' end
	  from application a join university u on u.id = a.university_id
	 where a.id = any (p_applications) and r.application_id = a.id
	   and (a.recommendation = 'refused'
		or (a.recommendation = 'none'
		    and u.verification_stage <> 'after_registration'))
	   and (r.suspended_at is null or r.suspended_why
		in ('refused', 'not-recommended'));
	update enrolment e set credit_granted = a.recommendation <> 'refused'
	  from application a
	  join registration_right r on r.application_id = a.id
	 where a.id = any (p_applications) and e.person_id = r.person_id
	   and e.term_id = r.term_id
	   and e.credit_granted <> (a.recommendation <> 'refused');
	perform sojourn.grant_rights(p_applications);
end
$$;
