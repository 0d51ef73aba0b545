-- sojourn.decide_write(items): sojourn.decide, last step: the audit, what is
-- kept under each request id, and the counts of equal refusals (S13): the first
-- refusal of a kind is a row of the audit, the others are only counted.  Under
-- the request's id stands what was refused; what was done is in the audit.
-- Tables: audit (insert), request, refusal (insert, update)
create or replace function sojourn.decide_write(p_items sojourn.item[])
returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_nestloop = off
as $$
begin
	with t as materialized (
		select t.*, coalesce(t.take, t.give, 0) as section_id
		  from unnest(p_items) t
		 where t.repeats is null and t.outcome <> 'already'),
	kind as materialized (
		select t.person_id, t.section_id, t.act, t.outcome,
		       count(*) as n, min(t.i) as i
		  from t where t.outcome <> 'done' and t.person_id is not null
		 group by t.person_id, t.section_id, t.act, t.outcome),
	refused as (
		insert into refusal as f (person_id, section_id, act, outcome, n)
		select k.person_id, k.section_id, k.act, k.outcome, k.n
		  from kind k
		 order by k.person_id, k.section_id, k.act, k.outcome
		on conflict (person_id, section_id, act, outcome) do update
		   set n = f.n + excluded.n, last_at = clock_timestamp()
		returning f.person_id, f.section_id, f.act, f.outcome,
		    f.last_at is null as fresh),
	kept as (
		insert into request as q (account_id, id, act, results)
		select coalesce(t.account_id, 0), t.request_id, min(t.act),
		       jsonb_agg(jsonb_build_object('n', t.n,
			   's', coalesce(t.section, ''), 'a', t.act,
			   'o', t.outcome, 'r', t.rule, 'd', t.detail)
			   order by t.n) filter (where t.outcome <> 'done')
		  from t where t.request_id is not null
		 group by coalesce(t.account_id, 0), t.request_id
		-- A later act of this batch may have given back what this one
		-- took: then its id stands there without what was refused
		-- (enrolment_request).
		on conflict (account_id, id) do update
		   set results = excluded.results
		 where q.results is null and excluded.results is not null),
	told as (
		select t.* from t where t.outcome = 'done'
		union all
		select t.* from refused f
		  join kind k on k.person_id = f.person_id
			and k.section_id = f.section_id and k.act = f.act
			and k.outcome = f.outcome
		  join t on t.i = k.i
		 where f.fresh)
	insert into audit (told_at, account_id, person_id, university_id,
	    program, act, object_kind, object_id, outcome, rule, request_id, n,
	    detail)
	select t.at, t.account_id, t.person_id, t.university_id,
	       substr(session_user, 9), t.act, 'section',
	       nullif(t.section_id, 0), t.outcome, t.rule, t.request_id, t.n,
	       case when t.section_id = 0 or t.act = 'swap' then t.detail
		   || jsonb_strip_nulls(jsonb_build_object('section',
		       substring(t.section, '^[A-Z]{2,5}[0-9]{3,5}-[0-9]{2}$'),
		       'left', t.give)) else t.detail end
	  from told t
	 order by t.i;
end
$$;
