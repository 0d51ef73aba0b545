-- sojourn.results(account, request): what became of a request, for the page
-- after the redirect: from the audit, and what sojourn.decide refused from what
-- is kept under the request's id, because equal refusals are only counted in
-- the audit (S13).  What is not a row of the audit yet is seen by its enrolment.
-- Returns: one row per act in the order asked.
-- Tables: request, audit, account, section, enrolment, registration_right
--         (read)
create or replace function sojourn.results(p_account bigint, p_request text)
returns table (n integer, act text, object_kind text, object_id bigint,
    section text, outcome text, rule text, detail jsonb)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
	v_person bigint := (select a.person_id from account a
	    where a.id = p_account);
begin
	return query
	select (k.r ->> 'n')::integer, k.r ->> 'a', 'section', null::bigint,
	       k.r ->> 's', k.r ->> 'o', coalesce(k.r ->> 'r', ''), k.r -> 'd'
	  from request q
	 cross join jsonb_array_elements(q.results) k (r)
	 where q.id = p_request and q.account_id = coalesce(p_account, 0)
	union all
	(select a.n, a.act, a.object_kind, a.object_id,
	       coalesce(s.code, a.detail ->> 'section', ''), a.outcome,
	       coalesce(a.rule, ''), a.detail
	  from (
		select a.* from audit a
		 where a.program <> 'register' and a.request_id = p_request
		union all
		select a.* from audit a
		 where a.program = 'register' and a.request_id = p_request
		   and a.person_id = v_person) a
	  left join section s on a.object_kind = 'section' and s.id = a.object_id
	 where a.account_id is not distinct from nullif(p_account, 0)
	   and (a.outcome = 'done' or not exists (select from request q
		where q.id = p_request
		  and q.account_id = coalesce(p_account, 0)
		  and q.results is not null))
	 order by a.n, a.id
	 limit 600)
	 order by 1;
	-- Its page says how many credits there are now.
	if not found and v_person is not null then
		return query
		select 1, 'enrol', 'section', e.section_id::bigint, s.code,
		       'done', '', jsonb_build_object('credits', e.credits,
			   'have', (select sum(o.credits) from enrolment o
				where o.person_id = v_person and o.holds_seat
				  and o.term_id = e.term_id),
			   'max', r.max_credits)
		  from enrolment e
		  join section s on s.id = e.section_id
		  join registration_right r on r.person_id = e.person_id
			and r.term_id = e.term_id
		 where e.person_id = v_person and e.request_id = p_request;
	end if;
end
$$;
