-- sojourn.grant_rights(applications): the right to register in the term.
-- It exists when the application is issued and the home university recommends
-- it, or recommends only after registration (R3, R23, R45); the limits and
-- rule versions of the moment are copied into it.  Safe to repeat: a right
-- that is there is left as it is, one that was suspended lives again.
-- Doubtful identities get none.
-- Returns: the number of rights made or revived
-- Tables: application, university (read), registration_right (insert, update)
create or replace function sojourn.grant_rights(p_applications bigint[])
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_count integer;
begin
	insert into registration_right as g (person_id, term_id, application_id,
	    university_id, min_credits, max_credits, limit_rule, rule_versions)
	select distinct on (person_root(a.person_id), a.term_id)
	       person_root(a.person_id), a.term_id, a.id, a.university_id,
	       l.min_credits, l.max_credits, l.limit_rule, l.rule_versions
	  from application a
	  join university u on u.id = a.university_id
	  join limits_of(p_applications) l on l.application_id = a.id
	 where a.id = any (p_applications)
	   and a.state = 'issued' and a.status = 'enrolled'
	   and a.identity in ('known', 'new')
	   and (a.recommendation = 'recommended'
		or (u.verification_stage = 'after_registration'
		    and a.recommendation = 'none'))
	 order by person_root(a.person_id), a.term_id, a.id
	on conflict (person_id, term_id) do update
	   set suspended_at = null, suspended_why = ''
	 where g.suspended_at is not null
	   and g.application_id = excluded.application_id;
	get diagnostics v_count = row_count;
	return v_count;
end
$$;
