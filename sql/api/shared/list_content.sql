-- sojourn.list_content(term, kind): what the lists of all universities would say
-- now (R55): each student with a right of the term and each registration, also
-- the withdrawn ones; one row without a section for who has none.  A list of
-- grades has registrations alone, each with its grade and whether it gives
-- credits (R46, R186).
-- Parameters: p_kind  registrations or grades
-- Tables: registration_right, application, temporary_id, enrolment, grade (read)
create or replace function sojourn.list_content(p_term integer,
    p_kind text)
returns table (university_id integer, application_id bigint,
    person_id bigint, section_id integer, student_no text, name_native text,
    name_latin text, department text, temporary_id text, state text,
    credits integer, credit_granted boolean, grade text, why text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select a.university_id, a.id, r.person_id, e.section_id, a.student_no,
	       a.name_native, btrim(a.name_family || ' ' || a.name_given),
	       a.department, coalesce(t.id, ''), coalesce(e.state, 'none'),
	       coalesce(e.credits, 0), case when p_kind = 'grades'
		   then w.why = '' else coalesce(e.credit_granted, true) end,
	       case when p_kind = 'grades' and e.holds_seat
		   then sojourn.grade_text(g.percent, g.pass) else '' end,
	       case when p_kind = 'grades' then w.why else '' end
	  from registration_right r
	  join application a on a.id = r.application_id
	  left join temporary_id t on t.person_id = r.person_id
	  left join enrolment e on e.person_id = r.person_id
		and e.term_id = r.term_id and e.state <> 'closed_by_host'
	  left join grade g on g.person_id = e.person_id
		and g.section_id = e.section_id
	 cross join lateral (select sojourn.grade_why(e.state,
	     e.credit_granted, g.percent, g.pass,
	     (select sojourn.grade_mark(p_term))) as why) w
	 where r.term_id = p_term
	   and (r.suspended_at is null or e.section_id is not null)
	   and (p_kind <> 'grades' or e.section_id is not null)
$$;
