-- sojourn.recommend(actor, applications, decision, reason, request): what the
-- home university says about its own applicants (R3, R45, R46).
-- Parameters: p_actor     a partner: only applications of its university;
--                         staff: any, on behalf of a letter on paper
--             p_decision  recommend, refuse (with a reason) or reopen
--             p_detail    what else was asserted: criteria_met (R4), letter
-- Effects: recommended and issued: the right of the term exists.  Refused or
--   reopened: a right that rests on the recommendation is suspended, so that
--   nothing is added; enrolments stay, without credit while refused (R46).
-- Outcomes, one row per application in the order asked: done; already (is so);
--   invalid (refuse without reason); gone (unknown, foreign, withdrawn or
--   expired: alike, S11); unconfirmed (R36); closed (rejected by the host)
-- Tables: application (locked, update), university (read), registration_right,
--   enrolment (update), audit (insert)
create or replace function sojourn.recommend(p_actor sojourn.actor,
    p_applications bigint[], p_decision text, p_reason text,
    p_request text default null, p_detail jsonb default '{}')
returns table (application bigint, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_to   text := case p_decision when 'recommend' then 'recommended'
	    when 'refuse' then 'refused' when 'reopen' then 'none' end;
	v_done bigint[];
begin
	perform from application a
	  where a.id = any (p_applications)
	    and (p_actor.kind <> 'partner'
		or a.university_id = p_actor.university_id)
	  order by a.id for no key update;
	return query
	with asked as (
		select q.id, min(q.n) as n
		  from unnest(p_applications) with ordinality as q(id, n)
		 group by q.id),
	said as materialized (
		select q.id, q.n, a.person_id, case
		    when a.id is null or a.state in ('withdrawn', 'expired')
			then 'gone'
		    when a.state = 'unconfirmed' then 'unconfirmed'
		    when a.state = 'rejected' then 'closed'
		    when v_to is null or (v_to = 'refused'
			and btrim(coalesce(p_reason, '')) = '') then 'invalid'
		    when a.recommendation = v_to then 'already'
		    else 'done' end as word
		  from asked q
		  left join application a on a.id = q.id
		   and (p_actor.kind <> 'partner'
			or a.university_id = p_actor.university_id)),
	changed as (
		update application a
		   set recommendation = v_to, recommended_at = sojourn.now(),
		       recommended_by = p_actor.account_id,
		       recommendation_reason = coalesce(p_reason, ''),
		       version = a.version + 1
		  from said s
		 where s.word = 'done' and a.id = s.id),
	noted as (
		select s.id, sojourn.note(p_actor, 'recommend', 'application',
		    s.id, s.word, 'R3', p_request, jsonb_build_object(
			'decision', p_decision, 'section', s.id::text)
			|| coalesce(p_detail, '{}'),
		    s.n::integer, s.person_id)
		  from said s)
	select s.id, s.word, case s.word when 'unconfirmed' then 'R36'
		when 'closed' then 'R37' else 'R3' end,
	       jsonb_build_object('decision', p_decision) || case s.word
		when 'invalid' then jsonb_build_object('field', 'reason')
		else '{}' end
	  from said s join noted o on o.id = s.id
	 order by s.n;

	select array_agg(a.id) into v_done
	  from application a
	 where a.id = any (p_applications) and a.recommendation = v_to
	   and (p_actor.kind <> 'partner'
		or a.university_id = p_actor.university_id);
	perform sojourn.recommendation_effects(v_done);
end
$$;
