-- cli_api.doctor_withdrawals(): a withdrawal and its enrolment tell the same
-- (R11, R12).
-- Violations: withdrawal-state, withdrawal-missing, withdrawal-orphan,
--             withdrawal-place (of another term or university)
-- Tables: withdrawal, enrolment, section, registration_right (read)
create or replace function cli_api.doctor_withdrawals()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'withdrawal-state', format('withdrawal=%s says=%s enrolment=%s',
	       w.id, w.state, e.state)
	  from withdrawal w
	  join enrolment e on e.person_id = w.person_id
	   and e.section_id = w.section_id
	 where (w.state = 'requested' and e.state not in ('withdraw_requested', 'closed_by_host'))
	    or (w.state = 'confirmed-late' and e.state not in ('withdraw_home_confirmed', 'closed_by_host'))
	    or (w.state = 'withdrawn' and e.state <> 'withdrawn')
	union all
	select 'withdrawal-missing', format('person=%s section=%s state=%s',
	       e.person_id, e.section_id, e.state)
	  from enrolment e
	 where e.state in ('withdraw_requested', 'withdraw_home_confirmed', 'withdrawn')
	   and not exists (select from withdrawal w
	    where w.person_id = e.person_id and w.section_id = e.section_id
	      and w.state in ('requested', 'confirmed-late', 'withdrawn'))
	union all
	select 'withdrawal-orphan', 'withdrawal=' || w.id
	  from withdrawal w
	 where w.state in ('requested', 'confirmed-late', 'withdrawn')
	   and not exists (select from enrolment e
	    where e.person_id = w.person_id and e.section_id = w.section_id)
	union all
	select 'withdrawal-place', 'withdrawal=' || w.id
	  from withdrawal w join section s on s.id = w.section_id
	  left join registration_right r on r.person_id = w.person_id
		and r.term_id = w.term_id
	 where s.term_id <> w.term_id or r.university_id <> w.university_id
	 order by 1, 2
$$;
