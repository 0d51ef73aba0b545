-- sojourn.grade_appeal_ask(actor, person, term, code, reason): a student asks for
-- the correction of a grade (R15).
-- Outcomes: pending (the instructor decides until detail.until); gone (not
--   registered in it, or nothing is announced); window (opens_at, closes_at);
--   ineligible (no grade yet, or withdrawn); duplicate (one open request per
--   course)
-- Effects: the instructors are told by mail
-- Tables: section, enrolment, grade (read, locked), grade_appeal,
--   grade_appeal_act (insert), outbox
create or replace function sojourn.grade_appeal_ask(p_actor sojourn.actor,
    p_person bigint, p_term integer, p_code text, p_reason text,
    out verdict sojourn.verdict, out section_id integer, out appeal bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_zone text := coalesce((select zone from host), 'Asia/Seoul');
	v      record;
	v_w    record;
	v_due  timestamptz;
begin
	select e.person_id, e.section_id, e.holds_seat, g.percent, g.pass,
	       g.version
	  into v
	  from enrolment e
	  join section s on s.id = e.section_id
	  left join grade g on g.person_id = e.person_id
		and g.section_id = e.section_id
	 where e.person_id in (select p.id from person p where p.id = p_person
		or p.merged_into = p_person)
	   and s.term_id = p_term and s.code = p_code
	   and grades_announced(s.term_id) is not null;
	if not found then
		verdict := sojourn.verdict('gone', 'R15');
		return;
	end if;
	section_id := v.section_id;
	perform from grade g where g.person_id = v.person_id
	   and g.section_id = v.section_id for no key update;
	select * into v_w from grade_appeal_until(v.person_id, v.section_id);
	verdict := case
	    when not v.holds_seat or num_nonnulls(v.percent, v.pass) = 0
		then sojourn.verdict('ineligible', 'R15')
	    when exists (select from grade_appeal a
		where a.person_id = v.person_id and a.state = 'open'
		  and a.section_id = v.section_id)
		then sojourn.verdict('duplicate', 'R15')
	    when v_w.state <> 'open' then sojourn.verdict('window', 'R15',
		jsonb_strip_nulls(case v_w.state when 'before'
		then jsonb_build_object('opens_at', v_w.opens_at)
		else jsonb_build_object('closes_at', v_w.closes_at) end))
	    else sojourn.verdict('pending', 'R15') end;
	if verdict.outcome <> 'pending' then
		return;
	end if;
	v_due := (working_day((v_w.closes_at at time zone v_zone)::date
	    - case when v_w.closes_at at time zone v_zone
		= date_trunc('day', v_w.closes_at at time zone v_zone)
		then 1 else 0 end, grade_appeal_days(p_term))
	    + time '18:00') at time zone v_zone;
	insert into grade_appeal (person_id, section_id, term_id, reason,
	    percent_before, pass_before, asked_at, due_at)
	values (v.person_id, v.section_id, p_term, p_reason, v.percent, v.pass,
	    sojourn.now(), v_due)
	returning id into appeal;
	insert into grade_appeal_act (appeal_id, act, at, by_kind, by_whom, why)
	values (appeal, 'asked', sojourn.now(), 'student', p_actor.account_id,
	    p_reason);
	verdict.detail := jsonb_build_object('until', v_due);
	perform grade_appeal_mail(appeal, 'asked');
end
$$;
