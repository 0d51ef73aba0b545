-- staff_api.index(): the work queues of those pages that the actor may open.
-- Returns: queue (a word), n, due (of the oldest), late
-- Tables: account_role, role_right, application, university, identity_case,
--   partner_list, final_list, withdrawal, exception, correction, outbox, letter,
--   letter_document, term, certificate_request, certificate_case (read)
create or replace function staff_api.index(p_session bytea, p_right text)
returns table (queue text, n bigint, due timestamptz, late boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor  sojourn.actor;
	v_term   integer := sojourn.term_current('');
	v_rights text[];
	v_opens  timestamptz := (sojourn.window_state(v_term, 'REGISTER')).opens_at;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	select array_agg(distinct q.right_) into v_rights
	  from account_role r join role_right q on q.role = r.role
	 where r.account_id = v_actor.account_id;
	return query
	with a as materialized (
		select x.state, x.submitted_at, x.recommendation,
		       u.verification_stage as stage
		  from application x join university u on u.id = x.university_id
		 where x.term_id = v_term
		   and x.state in ('submitted', 'held', 'returned', 'approved',
		       'issued')),
	q as (
		select 1 as pos, 'staff.applications' as need, 'submitted' as queue,
		       count(*) as n, sojourn.decide_due(v_term,
			   min(a.submitted_at)) as due
		  from a where a.state = 'submitted'
		union all
		select 2, 'staff.applications', 'held', count(*),
		       sojourn.decide_due(v_term, min(a.submitted_at))
		  from a where a.state = 'held'
		union all
		select 3, 'staff.issue', 'approved', count(*),
		       case when count(*) > 0 then v_opens end
		  from a where a.state = 'approved'
		union all
		select 4, 'staff.identity', 'identity', count(*),
		       case when count(*) > 0 then v_opens end
		  from identity_case i
		 where i.undone_at is null and (i.state = 'open'
		    or (i.state = 'merge-asked'
			and i.asked_by <> v_actor.account_id))
		union all
		select 5, 'staff.applications', 'unrecommended', count(*),
		       case when count(*) > 0 then v_opens end
		  from a where a.recommendation = 'none'
		   and a.stage <> 'after_registration' and a.state <> 'returned'
		union all
		select 6, 'staff.onbehalf', 'letters', count(*),
		       case when count(*) > 0 then
			   (sojourn.window_state(v_term, 'APPLY')).closes_at end
		  from partner_list l
		 where l.term_id = v_term and l.state = 'committed'
		   and l.letter_id is null
		union all
		select 7, 'staff.withdrawals', 'withdrawals', count(*),
		       min(w.requested_at) + interval '5 days'
		  from withdrawal w where w.state = 'confirmed-late'
		union all
		select 8, 'staff.exceptions', 'exceptions', count(*), min(e.until)
		  from exception e
		 where e.agreed_at is null and e.ended_at is null
		   and e.until > sojourn.now()
		   and e.asked_by <> v_actor.account_id
		union all
		select 9, 'staff.corrections', 'corrections', count(*),
		       min(c.asked_at) + interval '7 days'
		  from correction c where c.state = 'open'
		union all
		select 10, 'staff.certificates', 'verify', count(*),
		       min(r.due_at)
		  from certificate_request r where r.state = 'review'
		union all
		select 10, 'staff.certificates', 'wrong', count(*),
		       min(c.due_at)
		  from certificate_case c where c.state = 'open'
		union all
		select 10, 'staff.onbehalf', case k.kind when 'grades'
			   then 'grade-lists' else 'lists' end, count(l.id),
		       min(l.due_at)
		  from (values ('registrations'), ('grades')) k (kind)
		  left join final_list l on l.kind = k.kind
		   and l.term_id = v_term and l.acknowledged_at is null
		   and not exists (select from final_list n
			where n.university_id = l.university_id
			  and n.term_id = l.term_id and n.kind = l.kind
			  and n.version > l.version)
		 group by k.kind
		union all
		select 12, 'staff.letters', 'recommendations', count(*),
		       min(case when l.state <> 'issued'
			   or sojourn.letter_late(l.id)
			   then sojourn.letter_due(l.asked_at) end)
		  from letter l
		 where l.state in ('requested', 'writing', 'review', 'approved')
		    or (l.state = 'issued' and (l.delivery <> 'download'
			or exists (select from letter_document x
			    where x.letter_id = l.id and x.sealed)))
		union all
		select 12, 'staff.grades', 'grades', coalesce(sum(f.missing), 0),
		       w.due_at
		  from sojourn.grade_times(v_term) w
		  left join lateral (select s.id from section s
		      where s.term_id = v_term
			and w.state in ('late', 'announced')) s on true
		  left join lateral sojourn.grade_figures(s.id) f on true
		 group by w.due_at
		union all
		select 13, 'staff.grades', 'appeals', count(*), min(p.due_at)
		  from grade_appeal p
		 where p.state = 'open' and p.due_at <= sojourn.now()
		union all
		select 11, 'staff.mail', 'mail', count(*), null
		  from outbox o where o.state = 'failed')
	select q.queue, q.n, q.due, coalesce(q.n > 0
	       and q.due < sojourn.now(), false)
	  from q where q.need = any (v_rights)
	 order by q.pos;
end
$$;
