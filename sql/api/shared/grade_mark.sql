-- sojourn.grade_mark(term): the lowest percent that passes in a term; the rule
-- of the day when its classes end.
-- Tables: term, rule_set, rule_value (read)
create or replace function sojourn.grade_mark(p_term integer) returns numeric
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce(sojourn.rule(t.programme_type, 'grade_pass',
	    (upper(t.classes) - 1)::timestamp at time zone 'Asia/Seoul'), '60')::numeric
	  from term t where t.id = p_term
$$;
