-- cli_api.doctor_seats(): every section has its counter, and each counter tells
-- the number of enrolments that hold a seat, never more than the capacity; the
-- same of the agreed numbers of single universities (R2).
-- Violations: seats-missing, seats-orphan, seats-count, seats-over,
--             seats-later (more seats are to open than are held back),
--             seats-section (what the counter knows of the section is not so),
--             section-code, quota-count, quota-over, quota-flag,
--             quota-missed (a seat that counts to no or another quota),
--             waitlist-held (a seat offered to who waits, and not held)
-- Tables: section, section_seat, section_quota, seat_hold, enrolment, waitlist,
--         course, registration_right (read)
create or replace function cli_api.doctor_seats()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'seats-missing', 'section=' || s.id
	  from section s
	 where not exists (select from section_seat t where t.section_id = s.id)
	union all
	select 'seats-later', format('section=%s held=%s later=%s',
	       h.section_id, t.held, h.n)
	  from (select o.section_id, sum(o.seats) as n from seat_hold o
		 group by o.section_id) h
	  left join section_seat t on t.section_id = h.section_id
	 where coalesce(t.held, 0) < h.n
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
	  from section_seat t where t.taken + t.held > t.capacity
	union all
	select 'seats-section', 'section=' || t.section_id
	  from section_seat t join section s on s.id = t.section_id
	 where (t.term_id, t.code, t.credits, t.open) is distinct from
	       (s.term_id, s.code, s.credits,
	       s.state = 'open' and s.open_to_exchange)
	union all
	select 'section-code', format('section=%s code=%s', s.id, s.code)
	  from section s join course c on c.id = s.course_id
	 where s.code <> c.code || '-' || s.class_no
		union all
	select 'quota-count', format('section=%s university=%s taken=%s held=%s',
	       q.section_id, q.university_id, q.taken, coalesce(e.held, 0))
	  from section_quota q
	  left join (select e.section_id, e.quota_of, count(*) as held
		from enrolment e where e.holds_seat and e.quota_of is not null
		group by e.section_id, e.quota_of) e
	    on e.section_id = q.section_id and e.quota_of = q.university_id
	 where q.taken <> coalesce(e.held, 0)
	union all
	select 'quota-over', format('section=%s university=%s taken=%s seats=%s',
	       q.section_id, q.university_id, q.taken, q.seats)
	  from section_quota q where q.taken > q.seats
	union all
	select 'quota-missed', format('section=%s person=%s university=%s counts to=%s',
	       e.section_id, e.person_id, r.university_id, e.quota_of)
	  from enrolment e
	  join registration_right r on r.person_id = e.person_id
		and r.term_id = e.term_id
	  left join section_quota q on q.section_id = e.section_id
		and q.university_id = r.university_id
	 where e.holds_seat and e.quota_of is distinct from q.university_id
	union all
	select 'quota-flag', 'section=' || t.section_id
	  from section_seat t
	 where t.quotas <> exists (select from section_quota q
		where q.section_id = t.section_id)
		union all
	select 'waitlist-held', format('section=%s held=%s offered=%s',
	       t.section_id, t.held, w.n + t.freed)
	  from section_seat t
	 cross join lateral (select count(*) as n from waitlist w
		where w.section_id = t.section_id and w.state = 'offered') w
	 where t.held < w.n + t.freed
	 order by 1, 2
$$;
