-- cli_api.doctor_practice(): practices of registering.
-- Violations: practice-left (copies, or what was done on them, and no practice is
--             on), practice-late (one that should have ended)
-- Tables: practice, term, time_window, section, section_seat, section_quota,
--   section_time, registration_right, enrolment, cart, waitlist,
--   seat_hold, refusal (read)
create or replace function cli_api.doctor_practice()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'practice-left', format('%s=%s', x.what, x.id)
	  from (select 'term' as what, t.id from term t where t.id < 0
		union all select 'window', w.id from time_window w
		 where w.term_id < 0
		union all select 'section', s.id from section s where s.id < 0
		union all select 'seats', e.section_id from section_seat e
		 where e.section_id < 0
		union all select 'quota', q.section_id from section_quota q
		 where q.section_id < 0
		union all select 'right', r.term_id from registration_right r
		 where r.term_id < 0
		union all select 'enrolment', e.section_id from enrolment e
		 where e.section_id < 0 or e.term_id < 0
		union all select 'cart', c.section_id from cart c
		 where c.section_id < 0
		union all select 'waitlist', w.section_id from waitlist w
		 where w.section_id < 0
		union all select 'hold', h.section_id from seat_hold h
		 where h.section_id < 0
		union all select 'refusal', f.section_id from refusal f
		 where f.section_id < 0) x
	 where not exists (select from practice p where p.ended_at is null)
	union all
	select 'practice-late', format('practice=%s', p.id)
	  from practice p
	 where p.ended_at is null
	   and p.closes_at < sojourn.now() - interval '5 minutes'
	 order by 1, 2
$$;
