-- sojourn.grade_text(percent, pass): a grade as it is typed and printed: 92.5, P,
-- F; '' without one.
create or replace function sojourn.grade_text(p_percent numeric,
    p_pass boolean) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case when p_percent is not null then trim_scale(p_percent)::text
	    when p_pass then 'P' when not p_pass then 'F' else '' end
$$;
