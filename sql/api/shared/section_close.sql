-- sojourn.section_close(actor, section, reason, until): R32, see
-- staff_api.section_close.
-- Parameters: p_until  when the substitute window ends; null = at 18:00 of the
--             working day that the rule substitute_days names
-- Locks: students by id, then the seat counter, as sojourn.decide does.
-- Outcomes: done with people and, where somebody may choose another section,
--   until; already
-- Tables: section, section_seat, enrolment, withdrawal, waitlist (update),
--   seat_hold (delete), substitute (insert), registration_right (locked),
--   account, time_window (read), outbox, audit (insert)
create or replace function sojourn.section_close(p_actor sojourn.actor,
    p_section integer, p_reason text, p_until timestamptz default null)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_s      record;
	v_people bigint[];
	v_waiting bigint[];
	v_until  timestamptz;
begin
	perform from registration_right r
	  join enrolment e on e.person_id = r.person_id
	   and e.term_id = r.term_id
	 where e.section_id = p_section
	 order by r.person_id for no key update of r;
	perform from section_seat s where s.section_id = p_section
	   for no key update;
	update section set state = 'closed', state_reason = p_reason,
	       changed_at = sojourn.now()
	 where id = p_section and state = 'open';
	if not found then
		return sojourn.verdict('already', 'R32');
	end if;
	select s.code, t.code as term, s.term_id, c.title_ko, c.title_en into v_s
	  from section s join term t on t.id = s.term_id
	  join course c on c.id = s.course_id where s.id = p_section;
	v_until := sojourn.substitute_open(p_section, p_until);
	with gone as (
		update enrolment e set state = 'closed_by_host'
		 where e.section_id = p_section and e.state in ('enrolled',
		     'withdraw_requested', 'withdraw_home_confirmed')
		returning e.person_id)
	select array_agg(g.person_id) into v_people from gone g;
	-- Its version went on with the section's state (section_seats): one act, one
	-- version (F11).
	update section_seat set taken = 0, held = 0, delay = 0, waiting = 0,
	       freed = 0
	 where section_id = p_section;
	delete from seat_hold where section_id = p_section;
	select array_agg(w.person_id) into v_waiting from waitlist w
	 where w.section_id = p_section
	   and w.state in ('waiting', 'passed', 'offered');
	perform sojourn.waitlist_section(p_section);
	update withdrawal w set state = 'taken-back', decided_at = sojourn.now(),
	       decided_by = p_actor.account_id, decision_reason = 'R32'
	 where w.section_id = p_section
	   and w.state in ('requested', 'confirmed-late');
	insert into outbox (kind, lang, to_address, account_id, person_id, params)
	select 'section-closed', a.lang, a.email, a.id, a.person_id,
	       jsonb_strip_nulls(jsonb_build_object('section', v_s.code,
		   'term', v_s.term, 'title', sojourn.pick(a.lang, v_s.title_ko,
		       v_s.title_en, ''), 'reason', p_reason,
		   'credits', x.credits, 'until', sojourn.iso_time(x.closes_at),
		   'waited', case when a.person_id <> all (coalesce(v_people,
		       '{}')) then '1' end))
	  from account a
	  left join substitute x on x.person_id = a.person_id
		and x.section_id = p_section
	 where a.person_id = any (v_people || v_waiting) and a.email <> ''
	   and a.disabled_at is null;
	insert into audit (told_at, account_id, person_id, university_id,
	    program, act, object_kind, object_id, outcome, rule, detail)
	select sojourn.now(), p_actor.account_id, p, r.university_id,
	       substr(session_user, 9), 'closed-by-host', 'section', p_section,
	       'done', 'R32', jsonb_strip_nulls(jsonb_build_object(
		   'section', v_s.code, 'until', v_until))
	  from unnest(v_people) p
	  left join registration_right r on r.person_id = p
		and r.term_id = v_s.term_id
	 order by p;
	return sojourn.verdict('done', 'R32', jsonb_strip_nulls(
	    jsonb_build_object('people', coalesce(cardinality(v_people), 0),
		'until', v_until)));
end
$$;
