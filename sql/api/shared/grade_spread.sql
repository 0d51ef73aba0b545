-- sojourn.grade_spread(sections): how the grades of sections are spread, in steps
-- of ten; sections that pass or not in two.
-- Returns: n of the bucket from the best, its name (90–100, …, 0–9; P, F) and
--          how many; where its bar stands in a plot of 640 by 240
-- Tables: grade, section, enrolment (read)
create or replace function sojourn.grade_spread(p_sections integer[])
returns table (n integer, name text, students integer, x integer, y integer,
    h integer, mid integer, above integer)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with one as (
		select case when s.grading = 'pass' then case when g.pass
		    then 11 else 12 end
		    else least(10 - floor(g.percent / 10)::integer, 10)
		    + case when g.percent = 100 then 1 else 0 end end as n
		  from grade g
		  join section s on s.id = g.section_id
		  join enrolment e on e.person_id = g.person_id
			and e.section_id = g.section_id
		 where g.section_id = any (p_sections) and e.holds_seat
		   and num_nonnulls(g.percent, g.pass) = 1),
	bucket as (
		select b.n, case b.n when 11 then 'P' when 12 then 'F'
		    when 1 then '90–100' else format('%s–%s', (10 - b.n) * 10,
			(10 - b.n) * 10 + 9) end as name,
		       count(o.n)::integer as students
		  from generate_series(1, 12) b (n) left join one o on o.n = b.n
		 group by b.n),
	shown as (
		select b.*, max(b.students) over () as most,
		       row_number() over (order by b.n) as place
		  from bucket b
		 where (b.n > 10) = exists (select from section s
		     where s.id = any (p_sections) and s.grading = 'pass')
		    or b.students > 0)
	select s.n, s.name, s.students, p.x, 200 - p.h, p.h, p.x + 18,
	       192 - p.h
	  from shown s
	 cross join lateral (select (50 + (s.place - 1) * 56)::integer as x,
	     case when s.most = 0 then 0
	     else s.students * 160 / s.most end as h) p
	 order by s.n
$$;
