-- partner_api.index(session, right, term): what this university has to do.
-- Returns: one row per kind of work, with how much and until when:
--   list (nothing came in and the window is open), letter (lists without
--   their official letter, R6), recommend (R3, R45), claim (two claims on one
--   number, S2), returned (R37), withdrawal (R12), bounced (R24), acknowledge (a
--   list of registrations, R55), acknowledge-grades (a list of grades, R186;
--   while there is one), missing (students who have not registered, or too
--   little, R18; while they can)
-- Tables: partner_list, application, withdrawal, outbox, university,
--   final_list, time_window (read), those of sojourn.missing
create or replace function partner_api.index(p_session bytea, p_right text,
    p_term text)
returns table (kind text, n bigint, due timestamptz, late boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_u     integer := v_actor.university_id;
	v_term  integer := sojourn.term_current(p_term);
	v_apply record;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	select * into v_apply from sojourn.window_state(v_term, 'APPLY');
	return query
	with a as (
		select a.*, u.verification_stage
		  from application a join university u on u.id = a.university_id
		 where a.university_id = v_u and a.term_id = v_term),
	work as (
		select 1 as pos, 'list' as kind, case when exists (select from
			partner_list l where l.university_id = v_u
			and l.term_id = v_term and l.state = 'committed')
			then 0 else 1 end::bigint as n, v_apply.closes_at as due
		 where v_apply.state = 'open' and exists (select from term t
			where t.id = v_term and t.door <> 'web')
		union all
		select 2, 'letter', count(*), v_apply.closes_at
		  from partner_list l
		 where l.university_id = v_u and l.term_id = v_term
		   and l.state = 'committed' and l.letter_id is null
		union all
		select 3, 'recommend', count(*), min(sojourn.recommend_due(a.id))
		  from a where a.recommendation = 'none'
		   and a.state in ('submitted', 'held', 'returned', 'approved',
			'issued')
		   and (a.verification_stage <> 'after_registration'
			or a.state = 'issued')
		union all
		select 4, 'claim', count(*), (sojourn.window_state(v_term,
			'REGISTER')).opens_at
		  from a where sojourn.differs(a.id)
		   and a.state in ('submitted', 'held', 'returned', 'approved')
		union all
		select 5, 'returned', count(*), v_apply.closes_at
		  from a where a.state = 'returned' and a.door = 'list'
		union all
		select 6, 'withdrawal', count(*), (sojourn.window_state(v_term,
			'WITHDRAW')).closes_at
		  from withdrawal w
		 where w.university_id = v_u and w.term_id = v_term
		   and w.state = 'requested'
		union all
		select 7, 'bounced', count(distinct a.id), null
		  from a join outbox o on o.application_id = a.id
		 where o.state = 'failed'
		   and not exists (select from outbox s
			where s.application_id = a.id and s.kind = o.kind
			  and s.id > o.id and s.state in ('queued', 'sent'))
		union all
		select case k.kind when 'grades' then 10 else 8 end,
		       case k.kind when 'grades' then 'acknowledge-grades'
			   else 'acknowledge' end, count(l.id), min(l.due_at)
		  from (values ('registrations'), ('grades')) k (kind)
		  left join final_list l on l.kind = k.kind
		   and l.university_id = v_u and l.term_id = v_term
		   and l.acknowledged_at is null
		   and not exists (select from final_list n
			where n.university_id = v_u and n.term_id = v_term
			  and n.kind = l.kind and n.version > l.version)
		 group by k.kind
		having k.kind <> 'grades' or count(l.id) > 0
		union all
		select 9, 'missing', (select count(*)
			from sojourn.missing(v_term, v_u)),
		       case when x.till > sojourn.now() then x.till end
		  from (select max(t.closes_at) as till, min(t.opens_at) as since
			  from time_window t
			 where t.term_id = v_term and t.university_id is null
			   and t.replaced_at is null
			   and t.kind in ('REGISTER', 'CHANGE')) x
		 where x.since <= sojourn.now())
	select w.kind, w.n, case when w.n > 0 then w.due end,
	       w.n > 0 and w.due < sojourn.now()
	  from work w order by w.pos;
end
$$;
