-- cli_api.doctor_enrolments(): enrolments belong to people and sections that
-- exist, stand on a right, keep the credit limit and do not overlap.
-- Violations: enrolment-orphan, enrolment-term, enrolment-right, credits-over
--             (R18, R19), enrolment-credits, times-overlap (R30),
--             enrolment-closed, substitute-wrong (R32)
-- Tables: enrolment, section, section_time, person, registration_right,
--         substitute (read)
create or replace function cli_api.doctor_enrolments()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'enrolment-orphan', format('person=%s section=%s', e.person_id,
	       e.section_id)
	  from enrolment e
	 where not exists (select from person p where p.id = e.person_id)
	    or not exists (select from section s where s.id = e.section_id)
	union all
	select 'enrolment-term', format('person=%s section=%s term=%s',
	       e.person_id, e.section_id, e.term_id)
	  from enrolment e join section s on s.id = e.section_id
	 where s.term_id <> e.term_id
	union all
	select 'enrolment-right', format('person=%s term=%s', e.person_id, e.term_id)
	  from enrolment e
	 where e.holds_seat
	   and not exists (select from registration_right r
	    where r.term_id = e.term_id
	      and sojourn.person_root(r.person_id) = sojourn.person_root(e.person_id))
	 group by e.person_id, e.term_id
	union all
	select 'credits-over', format('person=%s term=%s credits=%s limit=%s',
	       e.person_id, e.term_id, sum(e.credits), r.max_credits)
	  from enrolment e
	  join registration_right r on r.person_id = e.person_id
	   and r.term_id = e.term_id
	 where e.holds_seat
	 group by e.person_id, e.term_id, r.max_credits
	having sum(e.credits) > r.max_credits
	union all
	select distinct 'times-overlap', format('person=%s sections=%s,%s',
	       a.person_id, a.section_id, b.section_id)
	  from enrolment a
	  join enrolment b on b.person_id = a.person_id and b.term_id = a.term_id
	   and b.section_id > a.section_id and b.holds_seat
	  join section_time s on s.section_id = a.section_id
	  join section_time t on t.section_id = b.section_id and t.slot && s.slot
	 where a.holds_seat
	union all
	select 'enrolment-closed', format('person=%s section=%s', e.person_id,
	       e.section_id)
	  from enrolment e join section s on s.id = e.section_id
	 where s.state = 'closed' and e.holds_seat and e.state <> 'completed'
	union all
	select 'enrolment-credits', format('person=%s section=%s credits=%s section has=%s',
	       e.person_id, e.section_id, e.credits, s.credits)
	  from enrolment e join section s on s.id = e.section_id
	 where e.holds_seat and e.credits <> s.credits
	union all
	select 'substitute-wrong', format('person=%s section=%s', x.person_id,
	       x.section_id)
	  from substitute x
	 where not exists (select from enrolment e
	    where e.person_id = x.person_id and e.section_id = x.section_id
	      and e.state = 'closed_by_host')
	 order by 1, 2
$$;
