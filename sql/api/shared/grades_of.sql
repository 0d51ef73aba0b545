-- sojourn.grades_of(person, term): the registrations of a human with what came of
-- them, for the student and for documents.  Terms whose grades are not announced
-- are left out (R14): who asks too early gets no row.
-- Parameters: p_person  any row of the human: what was merged counts together
--             p_term    null = all terms
-- Returns: by term and section; percent or pass by the grading, both null: no
--          grade yet; credit_granted and why as sojourn.grade_why tells (R46)
-- Tables: enrolment, section, course, term, grade, person (read)
create or replace function sojourn.grades_of(p_person bigint, p_term integer)
returns table (person_id bigint, term_id integer, term text,
    section_id integer, section text, title_ko text, title_en text,
    title_ja text, kind text, grading text, credits integer, state text,
    percent numeric, pass boolean, credit_granted boolean, why text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select e.person_id, e.term_id, t.code, s.id, s.code, c.title_ko,
	       c.title_en, c.title_ja, s.kind, s.grading, e.credits, e.state,
	       case when e.holds_seat then g.percent end,
	       case when e.holds_seat then g.pass end, w.why = '', w.why
	  from enrolment e
	  join term t on t.id = e.term_id
	  join section s on s.id = e.section_id
	  join course c on c.id = s.course_id
	  left join grade g on g.person_id = e.person_id
	   and g.section_id = e.section_id
	 cross join lateral (select grade_why(e.state, e.credit_granted,
	     g.percent, g.pass, grade_mark(e.term_id)) as why) w
	 where e.person_id in (select p.id from person p
	     where p.id = p_person or p.merged_into = p_person
		or p.id = person_root(p_person)
		or p.merged_into = person_root(p_person))
	   and e.term_id > 0 and (p_term is null or e.term_id = p_term)
	   and grades_announced(e.term_id) is not null
	 order by t.code, s.code, e.person_id;
end
$$;
