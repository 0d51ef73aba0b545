-- sojourn.warn_at(term, closes): when those who have not registered are warned
-- of the end of a window (rule warn_hours).
-- Tables: term, rule_value (read)
create or replace function sojourn.warn_at(p_term integer,
    p_closes timestamptz) returns timestamptz
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select p_closes - make_interval(hours => coalesce(rule(
	    t.programme_type, 'warn_hours', p_closes), '48')::integer)
	  from term t where t.id = p_term
$$;
