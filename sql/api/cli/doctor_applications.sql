-- cli_api.doctor_applications(): what is issued has a person, an ID and, where
-- the home university's word is there, a right; rights stand on applications.
-- Violations: application-issued, application-id, application-mailbox (R36),
--             right-missing, right-wrong, right-limits, identity-open (R22)
-- Tables: application, university, temporary_id, registration_right,
--         identity_case, person (read)
create or replace function cli_api.doctor_applications()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with issued as materialized (
		select a.id, a.term_id, a.person_id, a.issued_at, a.identity,
		       a.status, a.recommendation, u.verification_stage as stage,
		       sojourn.person_root(a.person_id) as root
		  from application a join university u on u.id = a.university_id
		 where a.state = 'issued')
	select 'application-issued', 'application=' || i.id
	  from issued i where i.person_id is null or i.issued_at is null
	union all
	select 'application-id', format('application=%s person=%s', i.id, i.root)
	  from issued i
	 where i.person_id is not null
	   and not exists (select from temporary_id t
	    where t.person_id in (i.person_id, i.root))
	union all
	select 'application-mailbox', 'application=' || a.id
	  from application a
	 where a.door = 'web' and a.email_confirmed_at is null
	   and a.state not in ('unconfirmed', 'withdrawn', 'expired')
	union all
	select 'right-missing', format('application=%s person=%s', i.id, i.root)
	  from issued i
	 where i.identity in ('new', 'known') and i.status = 'enrolled'
	   and (i.recommendation = 'recommended'
		or (i.stage = 'after_registration' and i.recommendation = 'none'))
	   and not exists (select from registration_right r
	    where r.term_id = i.term_id and r.person_id in (i.person_id, i.root))
	union all
	select 'right-wrong', format('person=%s term=%s application=%s',
	       r.person_id, r.term_id, r.application_id)
	  from registration_right r join application a on a.id = r.application_id
	 where r.suspended_at is null
	   and (a.state <> 'issued' or a.recommendation = 'refused'
		or a.term_id <> abs(r.term_id) or a.university_id <> r.university_id
		or sojourn.person_root(a.person_id) is distinct from
		    sojourn.person_root(r.person_id))
	union all
	select 'right-limits', format('person=%s term=%s min=%s max=%s',
	       r.person_id, r.term_id, r.min_credits, r.max_credits)
	  from registration_right r
	 where r.min_credits > r.max_credits or r.min_credits < 0
	    or r.limit_rule not in ('R18', 'R19', 'C20')
	union all
	select 'identity-open', format('application=%s', a.id)
	  from application a
	 where a.state = 'issued' and a.identity = 'doubtful'
	 order by 1, 2
$$;
