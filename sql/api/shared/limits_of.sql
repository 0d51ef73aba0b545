-- sojourn.limits_of(applications): sojourn.credit_limit for many applications,
-- asked once per term, university and own limit (R18, R19, C20).
-- Returns: one row per application; see sojourn.credit_limit
-- Tables: application (read)
create or replace function sojourn.limits_of(p_applications bigint[])
returns table (application_id bigint, min_credits integer,
    max_credits integer, limit_rule text, rule_versions jsonb)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with a as materialized (
		select a.id, a.term_id, a.university_id, a.max_credits as own
		  from application a where a.id = any (p_applications)),
	l as materialized (
		select d.*, c.*
		  from (select distinct a.term_id, a.university_id, a.own
			  from a) d
		 cross join lateral credit_limit(d.term_id, d.university_id,
			d.own) c)
	select a.id, l.min_credits, l.max_credits, l.limit_rule,
	       l.rule_versions
	  from a join l on l.term_id = a.term_id
	   and l.university_id = a.university_id
	   and l.own is not distinct from a.own
$$;
