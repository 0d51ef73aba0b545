-- sojourn.grade_appeal_decide(actor, appeal, by, decision, grade, answer): the
-- end of a request for correction (R15).  The caller has checked who may.
-- Parameters: p_by  instructor, or staff in the instructor's absence
--             p_decision  change (to p_grade, as typed) or keep
-- Outcomes: done; gone (no such appeal); already (decided so); changed (decided
--   otherwise, or taken back); late (an instructor after the due date: staff
--   decide or extend); invalid (detail.field grade or reason; why as
--   sojourn.grade_read, or same: a change to what it was)
-- Effects: both values and the act are kept; the student is told by mail
-- Tables: grade_appeal (locked, update), grade_appeal_act (insert), section,
--   those of sojourn.grade_set, outbox
create or replace function sojourn.grade_appeal_decide(p_actor sojourn.actor,
    p_appeal bigint, p_by text, p_decision text, p_grade text, p_answer text)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v     record;
	v_n   record;
	v_end text := case p_decision when 'change' then 'changed' else 'kept' end;
begin
	select p.*, s.grading into v
	  from grade_appeal p join section s on s.id = p.section_id
	 where p.id = p_appeal for no key update of p;
	if not found then
		return verdict('gone', 'R15');
	end if;
	select * into v_n from grade_read(p_grade, v.grading);
	if v.state <> 'open' then
		return verdict(case when v.state = v_end
		    and (v_end = 'kept' or (v.percent_after, v.pass_after)
			is not distinct from (v_n.percent, v_n.pass))
		    then 'already' else 'changed' end, 'R15');
	elsif p_by = 'instructor' and v.due_at <= sojourn.now() then
		return verdict('late', 'R15');
	elsif coalesce(btrim(p_answer), '') = '' then
		return verdict('invalid', 'R15', '{"field": "reason"}');
	elsif v_end = 'changed' and (v_n.why <> ''
	    or num_nonnulls(v_n.percent, v_n.pass) = 0
	    or (v_n.percent, v_n.pass) is not distinct from
		(v.percent_before, v.pass_before)) then
		return verdict('invalid', 'R15', jsonb_build_object('field',
		    'grade', 'why', case when v_n.why <> '' then v_n.why
			when num_nonnulls(v_n.percent, v_n.pass) = 0 then 'empty'
			else 'same' end));
	end if;
	if v_end = 'changed' then
		perform grade_set(p_actor, v.person_id, v.section_id,
		    v_n.percent, v_n.pass, 'appeal', p_appeal);
	end if;
	update grade_appeal
	   set state = v_end, decided_at = sojourn.now(),
	       decided_by = p_actor.account_id, answer = p_answer,
	       percent_after = case v_end when 'changed' then v_n.percent
		   else percent_before end,
	       pass_after = case v_end when 'changed' then v_n.pass
		   else pass_before end
	 where id = p_appeal;
	insert into grade_appeal_act (appeal_id, act, at, by_kind, by_whom, why)
	values (p_appeal, v_end, sojourn.now(), p_by, p_actor.account_id,
	    p_answer);
	perform grade_appeal_mail(p_appeal, 'decided');
	return verdict('done', 'R15', jsonb_build_object('changed',
	    v_end = 'changed'));
end
$$;
