-- sojourn.certificate_visit(person, lang, till): the transcript of a visiting
-- student: announced terms alone (R14), what was withdrawn from (R11), credits
-- granted or not and why (R46).  What the host closed leaves no trace (R32).
-- Returns: the content, see sojourn.certificate_content
-- Tables: person, temporary_id, student, university (read), and those of
--         sojourn.grades_of, sojourn.department_words
create or replace function sojourn.certificate_visit(p_person bigint,
    p_lang text, p_till text)
returns jsonb
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with course as (
		select g.*, pick(p_lang, g.title_ko, g.title_en, g.title_ja) as title
		  from grades_of(p_person, null) g
		 where term_rank(g.term) <= term_rank(p_till)
		   and g.why <> 'closed'),
	per_term as (
		select c.term, jsonb_build_object(
		    'term', term_words(c.term, p_lang),
		    'rows', jsonb_agg(jsonb_build_object('code', c.section,
			'title', c.title, 'credits', c.credits,
			'grade', case when c.why = 'withdrawn' then 'W'
			    when c.pass then 'P' when not c.pass then 'NP'
			    else coalesce(trim_scale(c.percent)::text, '–') end,
			'granted', case when c.why = '' then c.credits
			    else 0 end,
			'why', c.why) order by c.section),
		    'credits', sum(c.credits),
		    'earned', coalesce(sum(c.credits) filter (
			where c.why = ''), 0)) as line
		  from course c group by c.term)
	select jsonb_build_object('visitor', true, 'name', p.name_native,
	    'name_latin', trim(p.name_family || ' ' || p.name_given),
	    'birth_date', p.birth_date, 'id', i.id,
	    'university', pick(p_lang, u.name_ko, u.name_en, u.name_ja),
	    'student_no', coalesce(s.student_no, ''),
	    'level', coalesce(s.level, ''),
	    'department', department_words(s.department, p_lang),
	    'terms', (select jsonb_agg(t.line order by term_rank(t.term))
		from per_term t),
	    'courses', (select count(*) from course),
	    'credits', (select sum(c.credits) from course c),
	    'earned', (select coalesce(sum(c.credits) filter (where c.why = ''),
		0) from course c),
	    'percent', coalesce((select to_char(sum(c.percent * c.credits)
		/ nullif(sum(c.credits) filter (where c.percent is not null),
		0), 'FM990.0') from course c where c.why <> 'withdrawn'), '–'))
	  from person p
	  left join temporary_id i on i.person_id = p.id
	  left join lateral (select x.* from student x
	    where x.person_id = p.id order by x.since desc, x.id desc limit 1)
	    s on true
	  left join university u on u.id = s.university_id
	 where p.id = sojourn.person_root(p_person)
$$;
