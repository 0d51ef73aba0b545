-- sojourn.certificate_transcript(record, lang, till): the courses of a degree
-- student up to a term, by term, with what they add up to.  The average counts
-- every graded course, failed ones too, by credits.
-- Returns: terms [{term, rows, credits, earned, gpa}], credits, earned, gpa,
--          percent
-- Tables: degree_record, degree_course, degree_grade (read)
create or replace function sojourn.certificate_transcript(p_record bigint,
    p_lang text, p_till text)
returns jsonb
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with course as (
		select c.*, g.points, g.passed, pick(p_lang, c.title_ko,
		       c.title_en, c.title_ja) as title
		  from degree_course c join degree_grade g on g.grade = c.grade
		 where c.record_id = p_record
		   and term_rank(c.term) <= term_rank(p_till)),
	per_term as (
		select c.term, jsonb_build_object(
		    'term', term_words(c.term, p_lang),
		    'rows', jsonb_agg(jsonb_build_object('code', c.code,
			'title', c.title, 'credits', c.credits,
			'grade', c.grade, 'percent', coalesce(
			    trim_scale(c.percent)::text, '–'))
			order by c.code),
		    'credits', sum(c.credits),
		    'earned', coalesce(sum(c.credits) filter (where c.passed), 0),
		    'gpa', coalesce(to_char(sum(c.points * c.credits)
			/ nullif(sum(c.credits) filter (where c.points
			    is not null), 0), 'FM0.00'), '–')) as line
		  from course c group by c.term)
	select jsonb_build_object(
	    'degree', (select case when r.status = 'graduated' then
		pick(p_lang, r.degree_ko, r.degree_en, r.degree_ja) else '' end
		from degree_record r where r.id = p_record),
	    'degree_on', (select case when r.status = 'graduated' then
		r.degree_on end from degree_record r where r.id = p_record),
	    'terms', (select jsonb_agg(t.line order by term_rank(t.term))
		from per_term t),
	    'courses', count(*),
	    'credits', sum(c.credits),
	    'earned', coalesce(sum(c.credits) filter (where c.passed), 0),
	    'gpa', coalesce(to_char(sum(c.points * c.credits) / nullif(
		sum(c.credits) filter (where c.points is not null), 0),
		'FM0.00'), '–'),
	    'percent', coalesce(to_char(sum(c.percent * c.credits) / nullif(
		sum(c.credits) filter (where c.percent is not null), 0),
		'FM990.0'), '–'))
	  from course c
$$;
