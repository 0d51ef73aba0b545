-- sojourn.limits_of(applications): how many credits each of them may take.
-- The home limit applies: of the person, else of the university (R19), within
-- what the agreement allows; without any of them the host's (R18); never more
-- than the host's absolute limit (C20).
-- Returns: limit_rule R18, R19 or C20 is the rule that decided; rule_versions
--          holds the ids of the rule values used
-- Tables: application, term, university, agreement, rule_value (read)
create or replace function sojourn.limits_of(p_applications bigint[])
returns table (application_id bigint, min_credits integer,
    max_credits integer, limit_rule text, rule_versions jsonb)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with v as materialized (
		select s.programme_type,
		       max(v.value) filter (where v.key = 'credits_min')::integer as low,
		       max(v.value) filter (where v.key = 'credits_max')::integer as high,
		       max(v.value) filter (where v.key = 'credits_absolute_max')::integer as top,
		       jsonb_object_agg(v.key, v.id) as versions
		  from rule_value v join rule_set s on s.id = v.rule_set_id
		 where v.key in ('credits_min', 'credits_max', 'credits_absolute_max')
		   and v.valid @> (sojourn.now() at time zone 'Asia/Seoul')::date
		 group by s.programme_type),
	h as (
		select a.id, v.low, v.high, v.top, v.versions,
		       least(coalesce(a.max_credits, u.max_credits),
			   g.max_credits) as home
		  from application a
		  join term t on t.id = a.term_id
		  join university u on u.id = a.university_id
		  join v on v.programme_type = t.programme_type
		  left join agreement g on g.university_id = u.id
			and g.programme_type = t.programme_type
			and g.valid @> t.classes
		 where a.id = any (p_applications))
	select h.id, coalesce(h.low, 1), least(coalesce(h.home, h.high), h.top),
	       case when h.home > h.top then 'C20'
		   when h.home is not null then 'R19' else 'R18' end,
	       h.versions
	  from h
$$;
