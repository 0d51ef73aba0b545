-- sojourn.letter_facts(person, lang, account): what a letter says about the
-- student without anybody typing it, in a language.
-- Parameters: p_account  an instructor: his own sections come first
-- Returns: name, name_latin, id, university, department, term (a code), courses
--          (titles, separated by commas), mine (those of the instructor); of an
--          own degree student number and own_department
-- Tables: degree_record, person, temporary_id, registration_right, application, university,
--         term, enrolment, section, course, section_instructor (read)
create or replace function sojourn.letter_facts(p_person bigint, p_lang text,
    p_account bigint default null)
returns jsonb
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with last as (
		select r.term_id, r.application_id, r.university_id, t.code
		  from registration_right r join term t on t.id = r.term_id
		 where r.person_id = p_person and t.id > 0
		 order by lower(t.classes) desc limit 1),
	course as (
		select s.code, sojourn.pick(p_lang, c.title_ko, c.title_en,
		    c.title_ja) as title, exists (select
			from section_instructor i where i.section_id = s.id
			 and i.account_id = p_account) as mine
		  from enrolment e join section s on s.id = e.section_id
		  join course c on c.id = s.course_id
		 where e.person_id = p_person and e.holds_seat
		   and e.term_id = (select l.term_id from last l))
	select jsonb_build_object(
	    'name', p.name_native,
	    'name_latin', trim(p.name_family || ' ' || p.name_given),
	    'id', coalesce(i.id, ''),
	    'university', coalesce(sojourn.pick(p_lang, u.name_ko, u.name_en,
		u.name_ja), ''),
	    'department', sojourn.department_words(a.department, p_lang),
	    'number', coalesce(g.student_no, ''),
	    'own_department', coalesce(sojourn.pick(p_lang, g.department_ko,
		g.department_en, g.department_ja), ''),
	    'term', coalesce(l.code, ''),
	    'courses', coalesce((select string_agg(k.title, ', '
		order by k.code) from course k), ''),
	    'mine', coalesce((select string_agg(k.title, ', ' order by k.code)
		from course k where k.mine), ''))
	  from person p
	  left join temporary_id i on i.person_id = p.id
	  left join last l on true
	  left join application a on a.id = l.application_id
	  left join university u on u.id = l.university_id
	  left join lateral (select r.student_no, r.department_ko,
	      r.department_en, r.department_ja
	    from degree_record r where r.person_id = p.id and l.code is null
	    order by r.admitted_on desc limit 1) g on true
	 where p.id = p_person
$$;
