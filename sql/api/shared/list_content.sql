-- sojourn.list_content(term): what the lists of all universities would say now
-- (R55): each student with a right of the term and each registration, also the
-- withdrawn ones; one row without a section for who has none.
-- Tables: registration_right, application, temporary_id, enrolment (read)
create or replace function sojourn.list_content(p_term integer)
returns table (university_id integer, application_id bigint,
    person_id bigint, section_id integer, student_no text, name_native text,
    name_latin text, department text, temporary_id text, state text,
    credits integer, credit_granted boolean)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select a.university_id, a.id, r.person_id, e.section_id, a.student_no,
	       a.name_native, btrim(a.name_family || ' ' || a.name_given),
	       a.department, coalesce(t.id, ''), coalesce(e.state, 'none'),
	       coalesce(e.credits, 0), coalesce(e.credit_granted, true)
	  from registration_right r
	  join application a on a.id = r.application_id
	  left join temporary_id t on t.person_id = r.person_id
	  left join enrolment e on e.person_id = r.person_id
		and e.term_id = r.term_id and e.state <> 'closed_by_host'
	 where r.term_id = p_term
	   and (r.suspended_at is null or e.section_id is not null)
$$;
