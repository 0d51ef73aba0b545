-- sojourn.grade_appeal_mail(appeal, what): a mail about a request for correction
-- (R15).
-- Parameters: p_what  asked and reminder go to the section's instructors;
--             decided and extended to the student
-- Tables: grade_appeal, section, course, term, account, section_instructor,
--   temporary_id (read), outbox (insert)
create or replace function sojourn.grade_appeal_mail(p_appeal bigint,
    p_what text) returns void
language sql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select sojourn.mail(case p_what when 'asked' then 'appeal-asked'
	    when 'reminder' then 'appeal-reminder'
	    when 'decided' then 'appeal-decided' else 'appeal-extended' end,
	    k.email, k.lang, jsonb_strip_nulls(
	    jsonb_build_object('term', t.code, 'section', s.code,
		'title', sojourn.pick(k.lang, c.title_ko, c.title_en, c.title_ja),
		'student', case when k.kind = 'staff' then (select i.id
		    from temporary_id i where i.person_id = p.person_id) end,
		'changed', case when p.state = 'changed' then '1' end,
		'overdue', case when p.due_at <= sojourn.now() then '1' end,
		'until', sojourn.iso_time(p.due_at))), k.id, k.person_id)
	  from grade_appeal p
	  join section s on s.id = p.section_id
	  join course c on c.id = s.course_id
	  join term t on t.id = p.term_id
	  join account k on k.disabled_at is null and case
	      when p_what in ('asked', 'reminder') then
		  k.id in (select i.account_id from section_instructor i
		      where i.section_id = p.section_id)
	      else k.person_id = sojourn.person_root(p.person_id) end
	 where p.id = p_appeal
$$;
