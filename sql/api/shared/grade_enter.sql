-- sojourn.grade_enter(actor, section, rows, way): grades of one section, from a
-- form or a file; each row stands for itself.  The caller has checked who may.
-- Parameters: p_rows  [{"student": temporary ID, "grade": text as typed,
--             "version": the one that was shown, "was": what was shown}, …]; a
--             row whose grade is what was shown is left alone
--             p_way   form or file
-- Returns: a row for each that was not left alone, in the order given; student,
--   outcome, why and the grade that holds now with its version:
--   done; window (opens_at: registrations may still change); invalid (why as
--   sojourn.grade_read); gone (nobody with this ID in the section); ineligible
--   (withdrawn, or the section was closed); closed (announced: only an appeal
--   changes it, R15); changed (another tab was first: nothing is lost);
--   duplicate (the same student twice in p_rows)
-- Locks: the section, so that two tabs of one section follow each other
-- Tables: section (locked), enrolment, temporary_id (read), grade, grade_value
create or replace function sojourn.grade_enter(p_actor sojourn.actor,
    p_section integer, p_rows jsonb, p_way text)
returns table (student text, outcome text, why text, grade text,
    version integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v      record;
	v_s    record;
	v_late boolean;
	v_open boolean;
begin
	select s.grading, s.term_id into v_s from section s
	 where s.id = p_section for no key update;
	v_late := grades_announced(v_s.term_id) is not null;
	v_open := v_late or (grade_times(v_s.term_id)).state <> 'before';
	for v in
		select r.n, r.student, e.person_id, e.state, g.version,
		       g.percent, g.pass, n.percent as new_percent,
		       n.pass as new_pass, n.why,
		       coalesce(r.version, 0) as seen,
		       btrim(coalesce(r.grade, '')) = btrim(coalesce(r.was,
			   '')) and r.was is not null as same,
		       count(*) over (partition by r.student) as times
		  from (select x.n, upper(btrim(x.j ->> 'student')) as student,
			       x.j ->> 'grade' as grade, x.j ->> 'was' as was,
			       (x.j ->> 'version')::integer as version
			  from jsonb_array_elements(p_rows)
			      with ordinality x (j, n)) r
		  left join temporary_id t on t.id = r.student
		  left join enrolment e on e.person_id = t.person_id
			and e.section_id = p_section
		  left join sojourn.grade g on g.person_id = e.person_id
			and g.section_id = p_section
		 cross join lateral grade_read(r.grade, v_s.grading) n
		 order by r.n
	loop
		continue when v.same or (v.why = '' and v.person_id is not null
		    and v.new_percent is not distinct from v.percent
		    and v.new_pass is not distinct from v.pass);
		student := v.student;
		why := '';
		grade := grade_text(v.percent, v.pass);
		version := coalesce(v.version, 0);
		outcome := case
		    when v.person_id is null then 'gone'
		    when v.state in ('withdrawn', 'closed_by_host')
			then 'ineligible'
		    when v.times > 1 then 'duplicate'
		    when v.why <> '' then 'invalid'
		    when not v_open then 'window'
		    when v_late and grade <> '' then 'closed'
		    when v.seen <> version then 'changed'
		    else 'done' end;
		if outcome = 'invalid' then
			why := v.why;
		elsif outcome = 'ineligible' then
			why := v.state;
		elsif outcome = 'done' then
			version := grade_set(p_actor, v.person_id, p_section,
			    v.new_percent, v.new_pass, p_way, null);
			grade := grade_text(v.new_percent, v.new_pass);
			if v_late then
				perform grade_late_mail(v.person_id, p_section);
			end if;
		end if;
		return next;
	end loop;
end
$$;
