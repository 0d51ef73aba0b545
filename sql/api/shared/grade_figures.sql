-- sojourn.grade_figures(section): how far a section's grades are.
-- Returns: students who get a grade, withdrawn ones, grades given, missing,
--          late (given after the announcement), mean, median, lowest, highest
--          (of percentages), open appeals
-- Tables: enrolment, grade, grade_value, grade_appeal (read)
create or replace function sojourn.grade_figures(p_section integer)
returns table (students integer, withdrawn integer, given integer,
    missing integer, late integer, mean text, median text, lowest text,
    highest text, appeals integer)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select count(*) filter (where e.holds_seat)::integer,
	       count(*) filter (where e.state = 'withdrawn')::integer,
	       count(*) filter (where e.holds_seat and x.has)::integer,
	       count(*) filter (where e.holds_seat and not x.has)::integer,
	       (select count(*)::integer from grade_value v
		 where v.section_id = p_section and v.late),
	       coalesce(trim_scale(round(avg(g.percent) filter (
		   where e.holds_seat), 1))::text, ''),
	       coalesce(trim_scale(round(percentile_cont(0.5) within group (
		   order by g.percent) filter (where e.holds_seat)::numeric,
		   1))::text, ''),
	       coalesce(trim_scale(min(g.percent) filter (
		   where e.holds_seat))::text, ''),
	       coalesce(trim_scale(max(g.percent) filter (
		   where e.holds_seat))::text, ''),
	       (select count(*)::integer from grade_appeal p
		 where p.section_id = p_section and p.state = 'open')
	  from enrolment e
	  left join grade g on g.person_id = e.person_id
		and g.section_id = e.section_id
	 cross join lateral (select num_nonnulls(g.percent, g.pass) > 0 as has) x
	 where e.section_id = p_section
$$;
