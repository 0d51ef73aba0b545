-- sojourn.grade_appeals(ids, lang): requests for correction as pages show them.
-- Returns: a row each with grade before, of now and after; open ones by due
--          date, then the newest
-- Tables: grade_appeal, grade, section, course, term, person,
--   temporary_id, account (read)
create or replace function sojourn.grade_appeals(p_ids bigint[], p_lang text)
returns table (id bigint, state text, term text, section text, title text,
    grading text, login text, name text, reason text, before text, now text,
    after text, asked_at timestamptz, due_at timestamptz, late boolean,
    decided_at timestamptz, decided_name text, answer text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select p.id, p.state, t.code, s.code, sojourn.pick(p_lang, c.title_ko,
	       c.title_en, c.title_ja), s.grading, coalesce(i.id, ''),
	       h.name_native, p.reason,
	       sojourn.grade_text(p.percent_before, p.pass_before),
	       sojourn.grade_text(g.percent, g.pass),
	       sojourn.grade_text(p.percent_after, p.pass_after),
	       p.asked_at, p.due_at, p.state = 'open'
		   and p.due_at <= sojourn.now(), p.decided_at,
	       coalesce(a.name, ''), p.answer
	  from grade_appeal p
	  join grade g on g.person_id = p.person_id
		and g.section_id = p.section_id
	  join section s on s.id = p.section_id
	  join course c on c.id = s.course_id
	  join term t on t.id = p.term_id
	  join person h on h.id = p.person_id
	  left join temporary_id i on i.person_id = p.person_id
	  left join account a on a.id = p.decided_by
	 where p.id = any (p_ids)
	 order by (p.state = 'open') desc, case when p.state = 'open'
	     then p.due_at end, p.asked_at desc, p.id
$$;
