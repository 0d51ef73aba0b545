-- staff_api.grades_remind(session, right, request, term, sections): instructors
-- hear now of the grades that are missing in these sections (C32).
-- Outcomes: done (detail.n mails); gone (nothing missing there, or nobody
--   assigned); invalid (field section: none chosen); already
-- Tables: section, section_instructor, account, term (read), outbox; request,
--   audit (by conclude)
create or replace function staff_api.grades_remind(p_session bytea,
    p_right text, p_request text, p_term text, p_sections text[])
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current(p_term);
	v_n     integer;
	v_end   text;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'remind') then
		return next sojourn.says('grades-remind', 'already', 'C32');
		return;
	end if;
	select count(sojourn.mail('grade-reminder', a.email, a.lang,
	    jsonb_strip_nulls(jsonb_build_object('term', t.code,
		'n', d.missing, 'sections', d.sections,
		'until', sojourn.iso_time(w.due_at),
		'overdue', case when w.due_at <= sojourn.now() then '1' end)),
	    a.id)) into v_n
	  from (select i.account_id, sum(f.missing) as missing,
		       count(*) as sections
		  from section s
		  join section_instructor i on i.section_id = s.id
		 cross join lateral sojourn.grade_figures(s.id) f
		 where s.term_id = v_term and s.code = any (p_sections)
		   and f.missing > 0
		 group by i.account_id) d
	  join account a on a.id = d.account_id and a.disabled_at is null
	  join term t on t.id = v_term
	 cross join sojourn.grade_times(v_term) w;
	v_end := case when cardinality(p_sections) = 0 then 'invalid'
	    when v_n = 0 then 'gone' else 'done' end;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('grades-remind', v_end, 'C32',
		jsonb_build_object('n', v_n) || case v_end when 'invalid'
		then '{"field": "section"}' else '{}' end::jsonb, '', 'term',
		v_term)]);
end
$$;
