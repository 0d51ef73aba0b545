-- cli_api.doctor_seats(): every section has its counter, and each counter tells
-- the number of enrolments that hold a seat, never more than the capacity.
-- Violations: seats-missing, seats-orphan, seats-count, seats-over, section-code
-- Tables: section, section_seat, enrolment, course (read)
create or replace function cli_api.doctor_seats()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'seats-missing', 'section=' || s.id
	  from section s
	 where not exists (select from section_seat t where t.section_id = s.id)
	union all
	select 'seats-orphan', 'section=' || t.section_id
	  from section_seat t
	 where not exists (select from section s where s.id = t.section_id)
	union all
	select 'seats-count', format('section=%s taken=%s held=%s',
	       t.section_id, t.taken, coalesce(e.held, 0))
	  from section_seat t
	  left join (select e.section_id, count(*) as held from enrolment e
		where e.holds_seat group by e.section_id) e
	    on e.section_id = t.section_id
	 where t.taken <> coalesce(e.held, 0)
	union all
	select 'seats-over', format('section=%s taken=%s capacity=%s',
	       t.section_id, t.taken, t.capacity)
	  from section_seat t where t.taken > t.capacity
	union all
	select 'section-code', format('section=%s code=%s', s.id, s.code)
	  from section s join course c on c.id = s.course_id
	 where s.code <> c.code || '-' || s.class_no
	 order by 1, 2
$$;
