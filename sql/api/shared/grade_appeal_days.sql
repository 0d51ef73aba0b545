-- sojourn.grade_appeal_days(term): working days to decide an appeal (C32).
-- Tables: term, rule_set, rule_value (read)
create or replace function sojourn.grade_appeal_days(p_term integer)
returns integer
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce(sojourn.rule(t.programme_type, 'appeal_days'), '5')::integer
	  from term t where t.id = p_term
$$;
