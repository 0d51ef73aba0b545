-- sojourn.withdraw_confirm(actor, withdrawals, decision, letter, reason,
-- request): the home university's word about withdrawals of its students (R12).
-- Parameters: p_actor     a partner: those of its own university alone (S11);
--                         staff: any, on behalf of a letter on paper
--             p_decision  confirm (with the official letter) or refuse
--             p_letter    official_letter of that university, null = none
-- Outcomes, one row per withdrawal in the order asked: done (withdrawn, or
--   refused: the student stays enrolled); pending (R12: confirmed after its
--   time, staff decide whether it still counts); letter-missing (R12); already
--   (decided before); gone (unknown, foreign or taken back: alike)
-- Tables: withdrawal, enrolment (update), official_letter (read), audit,
--   outbox (insert), and as sojourn.withdraw_settle
create or replace function sojourn.withdraw_confirm(p_actor sojourn.actor,
    p_ids bigint[], p_decision text, p_letter bigint, p_reason text,
    p_request text)
returns table (withdrawal bigint, section text, outcome text, rule text,
    detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	v record;
	v_to text := case p_decision when 'confirm' then 'withdrawn' else 'refused' end;
begin
	perform sojourn.withdraw_lock(p_ids);
	for v in
		select q.id as asked, q.n, w.id, w.state, w.person_id,
		       w.section_id, w.university_id, s.code,
		       coalesce(sojourn.now() >= sojourn.withdraw_due(w.id), false)
			   as late,
		       e.state as enrolment,
		       exists (select from withdrawal x where x.id > w.id
			   and x.person_id = w.person_id
			   and x.section_id = w.section_id) as older,
		       exists (select from official_letter o where o.id = p_letter
			   and o.university_id = w.university_id) as letter
		  from unnest(p_ids) with ordinality q (id, n)
		  left join withdrawal w on w.id = q.id
			and (p_actor.kind <> 'partner'
			    or w.university_id = p_actor.university_id)
		  left join section s on s.id = w.section_id
		  left join enrolment e on e.person_id = w.person_id
			and e.section_id = w.section_id
		 order by q.n
	loop
		withdrawal := v.asked;
		section := coalesce(v.code, '');
		rule := 'R12';
		detail := jsonb_build_object('decision', p_decision);
		outcome := case
		    when v.id is null or v.state = 'taken-back' then 'gone'
		    when v.state in ('withdrawn', 'refused', 'confirmed-late')
			or (v.state = 'lapsed' and (v.older
			    or v.enrolment is distinct from 'enrolled'))
			then 'already'
		    when p_decision = 'confirm' and not v.letter
			then 'letter-missing'
		    when p_decision <> 'confirm' and v.state = 'lapsed'
			then 'already'
		    when p_decision = 'confirm' and v.late then 'pending'
		    else 'done' end;
		if outcome = 'done' then
			perform sojourn.withdraw_settle(p_actor, array[v.id], v_to,
			    p_letter, p_reason, p_request);
		elsif outcome = 'pending' then
			perform sojourn.withdraw_late(p_actor, v.id, p_letter, p_request);
		elsif v.id is not null then
			perform sojourn.note(p_actor, 'withdraw-' || p_decision,
			    'section', v.section_id, outcome, 'R12', p_request,
			    jsonb_build_object('withdrawal', v.id), v.n::integer,
			    v.person_id);
		end if;
		return next;
	end loop;
end
$$;
