-- sojourn.job_due(from, till): every timed job whose moment lies after p_from
-- and not after p_till, whether it has run or not.  What stands until its end (a
-- practice, seats held back) is due also where that lies before p_from: the clock
-- of the demo can be set to before the first start.  A new kind of job is one
-- more select here and one more branch in sojourn.job_work().
-- Parameters: both on the clock of sojourn.now()
-- Returns: job and moment; place orders jobs of one moment: what closes comes
--          before what opens
-- Tables: time_window, practice, exception, substitute, waitlist, application,
--   account, job_run (read), those of
--   sojourn.job_days() and sojourn.job_expire_at()
create or replace function sojourn.job_due(p_from timestamptz,
    p_till timestamptz)
returns table (job text, due_at timestamptz, place integer)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select distinct 'close'::text, w.closes_at, 1
	  from time_window w
	 where w.term_id > 0 and w.replaced_at is null
	   and w.closes_at > p_from and w.closes_at <= p_till
	union all
	select distinct 'open', w.opens_at, 2
	  from time_window w
	 where w.term_id > 0 and w.replaced_at is null
	   and w.opens_at > p_from and w.opens_at <= p_till
	union all	-- grades are announced (R14)
	select distinct 'announce', w.opens_at, 3
	  from time_window w
	 where w.kind = 'GRADE_VIEW' and w.term_id > 0
	   and w.university_id is null and w.replaced_at is null
	   and w.opens_at > p_from and w.opens_at <= p_till
	union all	-- the lower credit limit (R18)
	select distinct 'minimum', w.closes_at, 2
	  from time_window w
	 where w.kind = 'CHANGE' and w.university_id is null
	   and w.replaced_at is null
	   and w.closes_at > p_from and w.closes_at <= p_till
	union all	-- withdrawals that nobody confirmed (R12)
	select distinct 'lapse', x.at, 3
	  from (select w.closes_at as at from time_window w
		 where w.kind = 'WITHDRAW' and w.replaced_at is null
		union all
		select e.until from exception e
		 where e.kind in ('late-letter', 'late-withdrawal')
		   and e.agreed_at is not null and e.ended_at is null) x
	 where x.at > p_from and x.at <= p_till
	union all	-- windows for those whose section was closed (R32)
	select distinct 'substitute', x.closes_at, 1
	  from substitute x
	 where x.closes_at > p_from and x.closes_at <= p_till
	union all	-- a practice ends by itself
	select 'practice', p.closes_at, 1
	  from practice p
	 where p.ended_at is null and p.closes_at <= p_till
	union all	-- seats offered to who waited; lists end with their window
	select distinct 'waitlist', x.at, 3
	  from (select l.expires_at as at from waitlist l
		 where l.state = 'offered'
		union all
		select w.closes_at from time_window w
		 where w.kind in ('REGISTER', 'CHANGE')
		   and w.university_id is null and w.replaced_at is null
		   and exists (select from waitlist)) x
	 where x.at > p_from and x.at <= p_till
	union all	-- lists for the home universities (R55)
	select distinct 'lists', x.at, 4
	  from (select w.closes_at as at from time_window w
		 where w.kind in ('REGISTER', 'CHANGE', 'WITHDRAW')
		   and w.term_id > 0
		   and w.university_id is null and w.replaced_at is null
		union all
		select s.closes_at from substitute s
		union all	-- Mondays: what staff decided since
		select d.at from sojourn.job_days(greatest(p_from,
		    p_till - interval '200 days'), p_till, '08:00') d
		 where extract(isodow from d.day) = 1) x
	 where x.at > p_from and x.at <= p_till
	union all	-- before a window closes: who has not registered (R18)
	select distinct 'warn', x.at, 3
	  from (select greatest(sojourn.warn_at(w.term_id, w.closes_at),
		w.opens_at) as at
		  from time_window w
		 where w.kind in ('REGISTER', 'CHANGE') and w.term_id > 0
		   and w.university_id is null and w.replaced_at is null) x
	 where x.at > p_from and x.at <= p_till
	union all	-- seats that came free and were held back
	select distinct 'reopen', h.opens_at, 2
	  from seat_hold h
	 where h.opens_at <= p_till
	union all	-- links and birth-date passwords, each full hour
	select distinct 'expire', h.at, 3
	  from sojourn.job_expire_at() e
	 cross join lateral (select date_trunc('hour', e.ends_at)
	     + interval '1 hour' as at) h
	 where h.at > p_from and h.at <= p_till
	union all
	select distinct 'birthdate', h.at, 3
	  from account a
	 cross join lateral (select date_trunc('hour', a.birthdate_until)
	     + interval '1 hour' as at) h
	 where a.password_state = 'birthdate'
	   and h.at > p_from and h.at <= p_till
	union all	-- results that may be seen (R38)
	select distinct 'publish', a.published_at, 4
	  from application a
	 where a.published_at > p_from and a.published_at <= p_till
	   and a.state in ('approved', 'rejected', 'issued')
	   and a.published_at > a.decided_at
	union all	-- each weekday at nine; holidays are left out by the job
	select 'remind', d.at, 5
	  from sojourn.job_days(greatest(p_from, p_till - interval '200 days'),
	      p_till, '09:00') d
	 where extract(isodow from d.day) < 6
	union all	-- the last night only, and once a real day: it keeps real time
	select 'purge', max(d.at), 6
	  from sojourn.job_days(greatest(p_from, p_till - interval '2 days'),
	      p_till, '03:30') d
	 where not exists (select from job_run r where r.job = 'purge'
	    and r.ran_at > clock_timestamp() - interval '20 hours')
	having max(d.at) is not null;
end
$$;
