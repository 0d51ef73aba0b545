-- sojourn.decide_write(term, items): sojourn.decide, last step: the audit, what
-- is kept under each request id, and the counts of equal refusals (S13): the
-- first refusal of a kind is a row of the audit, the others are only counted.
-- Tables: audit, request (insert), refusal (insert, update),
--         registration_right (read)
create or replace function sojourn.decide_write(p_term integer,
    p_items sojourn.item[]) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
	with t as materialized (
		select t.*, coalesce(t.take, t.give, 0) as section_id,
		       case when t.outcome <> 'done' then row_number() over (
			   partition by t.person_id, coalesce(t.take, t.give, 0),
			       t.act, t.outcome order by t.i) end as nth
		  from unnest(p_items) t
		 where t.repeats is null and t.outcome <> 'already'),
	refused as (
		insert into refusal as f (person_id, section_id, act, outcome, n)
		select t.person_id, t.section_id, t.act, t.outcome, max(t.nth)
		  from t where t.outcome <> 'done' and t.person_id is not null
		 group by t.person_id, t.section_id, t.act, t.outcome
		 order by t.person_id, t.section_id, t.act, t.outcome
		on conflict (person_id, section_id, act, outcome) do update
		   set n = f.n + excluded.n, last_at = clock_timestamp()
		returning f.person_id, f.section_id, f.act, f.outcome,
		    f.last_at is null as fresh),
	kept as (
		insert into request (account_id, id, act, results)
		select coalesce(t.account_id, 0), t.request_id, min(t.act),
		       jsonb_agg(jsonb_build_object('s', coalesce(t.section, ''),
			   'a', t.act, 'o', t.outcome, 'r', t.rule, 'd', t.detail)
			   order by t.n)
		  from t where t.request_id is not null
		 group by coalesce(t.account_id, 0), t.request_id
		 order by 1, 2
		on conflict do nothing)
	insert into audit (told_at, account_id, person_id, university_id,
	    program, act, object_kind, object_id, outcome, rule, request_id, n,
	    detail)
	select t.at, t.account_id, t.person_id, g.university_id,
	       substr(session_user, 9), t.act, 'section',
	       nullif(t.section_id, 0), t.outcome, t.rule, t.request_id, t.n,
	       case when t.section_id = 0 or t.act = 'swap' then t.detail
		   || jsonb_strip_nulls(jsonb_build_object('section',
		       substring(t.section, '^[A-Z]{2,5}[0-9]{3,5}-[0-9]{2}$'),
		       'left', t.give)) else t.detail end
	  from t
	  left join registration_right g on g.term_id = p_term
		and g.person_id = t.person_id
	  left join refused f on f.person_id = t.person_id
		and f.section_id = t.section_id and f.act = t.act
		and f.outcome = t.outcome
	 where t.outcome = 'done' or (f.fresh and t.nth = 1)
	 order by t.i;
end
$$;
