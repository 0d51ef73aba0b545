-- sojourn.import_section(term, row): the section of a row with its course,
-- seats, times and instructors, made or brought up to date: all of it or, when
-- there are problems, nothing.  A column that the file does not have leaves its
-- value alone.
-- Outcomes: done (detail.new) · already (nothing differs) · invalid
--           (detail.problems)
-- Tables: section (insert, update), and those of the functions called
create or replace function sojourn.import_section(p_term integer, p_row jsonb)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_problems jsonb;
	v_old      section;
	v_id       integer;
	v_course   record;
	v_changed  boolean;
begin
	-- Agreed seats are of students too: these before the seats, as everywhere.
	perform from registration_right r
	  join enrolment e on e.person_id = r.person_id
	   and e.term_id = r.term_id
	  join section s on s.id = e.section_id and s.term_id = p_term
	   and s.code = (p_row ->> 'code') || '-' || (p_row ->> 'class')
	 where p_row ? 'exchange_seats'
	 order by r.person_id for no key update of r;
	-- Nobody takes a seat between the look at the seats taken and the change.
	perform from section_seat t join section s on s.id = t.section_id
	  where s.term_id = p_term
	    and s.code = (p_row ->> 'code') || '-' || (p_row ->> 'class')
	    for no key update of t;
	v_problems := sojourn.import_section_problems(p_term, p_row);
	if v_problems <> '[]' then
		return verdict('invalid', null,
		    jsonb_build_object('problems', v_problems));
	end if;
	select * into v_course from sojourn.import_course(p_row);
	select s.* into v_old from section s where s.term_id = p_term
	   and s.code = (p_row ->> 'code') || '-' || (p_row ->> 'class');
	insert into section as s (term_id, course_id, class_no, code, kind,
	    grading, credits, open_to_exchange, language, room, instructor_ko,
	    instructor_en, syllabus)
	values (p_term, v_course.id, p_row ->> 'class',
	    (p_row ->> 'code') || '-' || (p_row ->> 'class'),
	    coalesce(p_row ->> 'kind', v_old.kind, 'major'),
	    coalesce(p_row ->> 'grading', v_old.grading, 'percent'),
	    coalesce((p_row ->> 'credits')::integer, v_old.credits, 3),
	    coalesce((p_row ->> 'open_to_exchange')::boolean, v_old.open_to_exchange, true),
	    coalesce(p_row ->> 'language', v_old.language::text, 'ko'),
	    coalesce(p_row ->> 'room', v_old.room, ''),
	    coalesce(p_row ->> 'instructor', v_old.instructor_ko, ''),
	    coalesce(p_row ->> 'instructor_en', v_old.instructor_en, ''),
	    coalesce(p_row ->> 'syllabus', v_old.syllabus, ''))
	on conflict (term_id, code) do update
	   set kind = excluded.kind, grading = excluded.grading,
	       credits = excluded.credits, language = excluded.language,
	       open_to_exchange = excluded.open_to_exchange,
	       room = excluded.room, instructor_ko = excluded.instructor_ko,
	       instructor_en = excluded.instructor_en,
	       syllabus = excluded.syllabus
	 where (s.kind, s.grading, s.credits, s.language, s.open_to_exchange,
	     s.room, s.instructor_ko, s.instructor_en, s.syllabus) is distinct
	     from (excluded.kind, excluded.grading, excluded.credits,
	     excluded.language, excluded.open_to_exchange, excluded.room,
	     excluded.instructor_ko, excluded.instructor_en, excluded.syllabus)
	returning s.id into v_id;
	v_changed := found or v_course.changed;
	v_id := coalesce(v_id, v_old.id);
	v_changed := sojourn.import_section_parts(v_id, p_row) or v_changed;
	if v_changed then
		update section set changed_at = sojourn.now() where id = v_id;
	end if;
	return verdict(case when v_changed then 'done' else 'already' end, null,
	    jsonb_build_object('new', v_old.id is null, 'section', v_id));
end
$$;
