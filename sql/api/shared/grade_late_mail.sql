-- sojourn.grade_late_mail(person, section): tells a student that a grade which
-- was missing at the announcement is there now (R14).
-- Tables: account, section, course, term (read), outbox (insert)
create or replace function sojourn.grade_late_mail(p_person bigint,
    p_section integer) returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.mail('grade-late', a.email, a.lang,
	    jsonb_build_object('term', t.code, 'section', s.code, 'title',
		sojourn.pick(a.lang, c.title_ko, c.title_en, c.title_ja)),
	    a.id, a.person_id)
	  from account a, section s
	  join course c on c.id = s.course_id
	  join term t on t.id = s.term_id
	 where a.person_id = sojourn.person_root(p_person)
	   and a.disabled_at is null and s.id = p_section
$$;
