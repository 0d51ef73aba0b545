-- sojourn.decide(…): the one place where seats are taken and given back: acts
-- of students, of staff and promotions, a batch of any size at once.  The
-- result is the one that single calls in order of arrival would have (F5, F10).
-- Parameters: one value per request, in order of arrival: p_account who acts,
--             p_person for whom, p_act 'enrol', 'cancel' or 'swap', p_request
--             the form's id ('' = none), p_arrived real time of arrival (null =
--             now; never later than the database's clock, F9);
--             one value per thing asked: p_no the number of its request (from
--             1), p_take the code of the section to enrol in, p_give that of
--             the section to leave (null where there is none; both in a swap);
--             p_term null = the current one; p_any_time an act of staff that
--             does not ask for a window; p_again these requests were sent
--             before and nobody knows how that ended: what was decided is
--             answered as it was decided, not as 'already' (F3, F4)
-- Returns: a row per thing asked, in the order asked.  outcome is
--   done; already (request id seen before: nothing changed, detail.first is
--   its result); invalid (more sections than a request may have: one row; no
--   section, or a swap with itself); window (R9, R10, C26; detail.opens_at or
--   closes_at); not-approved (R23), not-recommended (R3); gone (no such section
--   of the term, or one leaves what one does not have); closed (R32);
--   not-open-to-exchange (R17); duplicate (is enrolled in it); ineligible
--   (withdrawn or closed by the host before, R11, R32: such a section cannot be
--   taken or left again); conflict (detail.with, day, starts, ends); credits
--   (R18, R19, C20; R32 in a substitute window; detail.have, would, max); full;
--   quota (R2; detail.quota: the seats of the person's university there).
--   detail.also names the reasons beside the first.
-- Locks: students by id, then sections by id, the seat counters last.
-- Tables: enrolment, section_seat, audit, refusal, request, clock_mark
--         (written),
--         registration_right, section, section_time, section_quota,
--         time_window (read)
create or replace function sojourn.decide(p_account bigint[],
    p_person bigint[], p_act text[], p_request text[],
    p_arrived timestamptz[], p_no integer[], p_take text[], p_give text[],
    p_term integer default null, p_any_time boolean default false,
    p_again boolean default false)
returns table (no integer, n integer, act text, section text, outcome text,
    rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
	v_term  integer := coalesce(p_term, term_current(''));
	v_items item[];          -- those of this round
	v_open  item[];          -- not decided yet
	v_done  item[] := '{}';
	v_seats integer[];       -- sections that may gain or lose somebody
	v_plain boolean;
begin
	-- The locks are written, so that also a batch that only tells again what
	-- was decided before waits for the standby (F2).
	perform 1 from registration_right r
	  where r.term_id = v_term and r.person_id = any (p_person)
	  order by r.person_id for no key update;
	v_items := decide_read(v_term, p_any_time, p_account, p_person, p_act,
	    p_request, p_arrived, p_no, p_take, p_give);
	-- In most batches everybody asks once and nobody leaves anything.
	select array_agg(t.take) filter (where not t.dry) || array_agg(t.give)
		   filter (where t.give is not null),
	       count(t.give) = 0 and count(*) = count(distinct t.person_id)
	  into v_seats, v_plain
	  from unnest(v_items) t where t.outcome is null;
	perform 1 from section_seat s where s.section_id = any (v_seats)
	  order by s.section_id for no key update;
	loop
		v_items := decide_round(v_term, v_items, v_plain);
		v_open := array(select t from unnest(v_items) t
		  where t.outcome is null order by t.i);
		exit when cardinality(v_open) = 0;
		v_done := v_done || array(select t from unnest(v_items) t
		  where t.outcome is not null);
		if exists (select from unnest(v_open) t where t.late) then
			v_open := decide_late(v_term, v_open, v_done);
		end if;
		v_items := v_open;
	end loop;
	v_items := v_done || v_items;
	perform decide_write(v_items);
	if exists (select from unnest(v_items) t where t.outcome = 'window') then
		perform clock_seen();
	end if;
	return query
	select t.no, t.n, t.act, coalesce(t.section, ''),
	       case when f.was is not null then f.was ->> 'o'
		   when t.repeats is not null then 'already'
		   else t.outcome end,
	       coalesce(case when f.was is not null then f.was ->> 'r'
		   when t.repeats is null then t.rule end, ''),
	       case when f.was is not null then f.was -> 'd'
		   when t.repeats is null then t.detail
		   else jsonb_build_object('first', (select case f.outcome
			when 'already' then f.detail -> 'first'
			else jsonb_build_object('o', f.outcome, 's', f.section,
			'a', f.act, 'r', f.rule, 'd', f.detail) end
			from unnest(v_items) f
			where f.no = t.repeats and f.n = t.n)) end
	  from unnest(v_items) t
	 cross join lateral (select case when p_again and t.repeats is null
	    and t.outcome = 'already' then t.detail -> 'first' end) f (was)
	 order by t.no, t.n;
end
$$;
