-- sojourn.substitute_open(section, until): those who hold a seat of a section
-- that is being closed may add others in its place, from now on and until then
-- (R32); called by sojourn.section_close before the registrations end.
-- Parameters: p_until  null = at 18:00 of a working day, by the rule
--             substitute_days
-- Returns: the end of the window; null when nobody is concerned or the classes
--          of the term are over
-- Tables: enrolment, section, term, host (read), substitute (insert)
create or replace function sojourn.substitute_open(p_section integer,
    p_until timestamptz) returns timestamptz
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_until timestamptz;
begin
	select coalesce(p_until, (sojourn.working_day((sojourn.now()
	    at time zone h.zone)::date, coalesce(sojourn.rule(t.programme_type,
		'substitute_days'), '3')::integer) + time '18:00')
	    at time zone h.zone)
	  into v_until
	  from section s join term t on t.id = s.term_id, host h
	 where s.id = p_section and sojourn.now() < upper(t.classes);
	insert into substitute (person_id, section_id, term_id, credits, held,
	    opens_at, closes_at)
	select e.person_id, e.section_id, e.term_id, e.credits, (select
	       sum(o.credits) from enrolment o where o.person_id = e.person_id
		   and o.term_id = e.term_id and o.holds_seat),
	       sojourn.now(), v_until
	  from enrolment e
	 where e.section_id = p_section and v_until > sojourn.now()
	   and e.state in ('enrolled', 'withdraw_requested',
	       'withdraw_home_confirmed')
	on conflict do nothing;
	return case when found then v_until end;
end
$$;
