-- sojourn.grade_judge(section, rows): what entering the rows of a sheet now would
-- do with each; the same words the preview shows.
--   new, change  is saved: had no grade, had another one
--   same, blank  nothing to do: has this grade, or the cell is empty
--   gone         nobody with this ID is in the section
--   name         the name is not that of the ID: rows may have slipped
--   ineligible   withdrawn
--   duplicate    an earlier row is about the same student
--   invalid      not a grade; why as sojourn.grade_read
--   closed       announced already (R14)
--   window       registrations may still change
-- Parameters: p_rows  [{"row", "student", "name", "grade"}, …]
-- Returns: the rows in their order, with the student's name, the grade and
--          version of now
-- Tables: section, enrolment, person, temporary_id, grade (read)
create or replace function sojourn.grade_judge(p_section integer,
    p_rows jsonb)
returns table (row_no integer, student text, name text, typed text,
    verdict text, why text, known text, now text, version integer)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with s as materialized (
		select s.grading, sojourn.grades_announced(s.term_id) is not null
			as announced, (sojourn.grade_times(s.term_id)).state
		  from section s where s.id = p_section),
	r as materialized (
		select x.n, (x.j ->> 'row')::integer as row_no,
		       upper(btrim(x.j ->> 'student')) as student,
		       btrim(coalesce(x.j ->> 'name', '')) as name,
		       btrim(coalesce(x.j ->> 'grade', '')) as typed
		  from jsonb_array_elements(p_rows) with ordinality x (j, n)),
	k as (
		select r.*, p.name_native, p.name_family, p.name_given, e.state,
		       e.person_id, sojourn.grade_text(g.percent, g.pass) as now,
		       coalesce(g.version, 0) as version,
		       row_number() over (partition by r.student
			   order by r.n) as nth, z.percent, z.pass, z.why,
		       g.percent as old_percent, g.pass as old_pass
		  from r cross join s
		  left join temporary_id t on t.id = r.student
		  left join enrolment e on e.person_id = t.person_id
			and e.section_id = p_section
		  left join person p on p.id = e.person_id
		  left join grade g on g.person_id = e.person_id
			and g.section_id = p_section
		 cross join lateral sojourn.grade_read(r.typed, s.grading) z)
	select k.row_no, k.student, k.name, k.typed, case
	    when k.person_id is null then 'gone'
	    when k.nth > 1 then 'duplicate'
	    when k.name <> '' and sojourn.name_key(k.name) not in (
		sojourn.name_key(k.name_native),
		sojourn.name_key(k.name_family || k.name_given),
		sojourn.name_key(k.name_given || k.name_family)) then 'name'
	    when k.typed = '' then 'blank'
	    when k.state in ('withdrawn', 'closed_by_host') then 'ineligible'
	    when k.why <> '' then 'invalid'
	    when (k.percent, k.pass) is not distinct from
		(k.old_percent, k.old_pass) then 'same'
	    when s.announced and k.now <> '' then 'closed'
	    when s.state = 'before' then 'window'
	    when k.now = '' then 'new' else 'change' end,
	       k.why, coalesce(k.name_native, ''), k.now, k.version
	  from k cross join s order by k.n
$$;
