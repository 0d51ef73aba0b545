-- sojourn.certificate_basis(type, person, subject): the facts that a certificate
-- states, as they are at this moment; null when the person has no right to it
-- (any more).  What is no fact of it, such as a name, may be corrected without
-- ending it.  A later term does not touch a transcript of earlier ones.
-- Parameters: p_subject  a student number; with "/term" what was up to that
--             term; "visit/term" the visits up to it; a term of a registration
-- Tables: degree_record, degree_leave, degree_payment, degree_course, enrolment,
--         term, person (read), and those of sojourn.grades_of
create or replace function sojourn.certificate_basis(p_type text,
    p_person bigint, p_subject text)
returns jsonb
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_root  bigint := sojourn.person_root(p_person);
	v_no    text := split_part(p_subject, '/', 1);
	v_till  integer := term_rank(nullif(split_part(p_subject, '/', 2), ''));
	v_today date := (sojourn.now() at time zone 'Asia/Seoul')::date;
	v       degree_record;
begin
	if p_type = 'course-registration' then
		return (select sojourn.registration_basis(p_person, p_subject)
		 where exists (select from enrolment e
		    join term t on t.id = e.term_id and t.code = p_subject
		    where e.person_id = p_person and e.holds_seat));
	elsif p_type = 'transcript' and v_no = 'visit' then
		return (select jsonb_agg(jsonb_build_array(g.term, g.section,
			g.credits, g.percent, g.pass, g.why)
			order by g.term, g.section)
		  from grades_of(p_person, null) g
		 where term_rank(g.term) <= v_till);
	end if;
	select d.* into v from degree_record d
	 where d.student_no = v_no and d.person_id in (p_person, v_root);
	if not found then
		return null;
	end if;
	return case
	    when p_type = 'enrollment' and v.status = 'enrolled'
		then jsonb_build_array(v_no, v.status_since, v.level)
	    when p_type = 'leave-of-absence' and v.status = 'leave'
		then (select jsonb_build_array(v_no, l.from_on, l.till_on)
		    from degree_leave l where l.record_id = v.id
		     and v_today between l.from_on and l.till_on)
	    when p_type = 'termination' and v.status = 'terminated'
		then jsonb_build_array(v_no, v.terminated_on)
	    when p_type = 'course-completion' and v.completed_on <= v_today
		and v.status <> 'terminated'
		then jsonb_build_array(v_no, v.completed_on)
	    when p_type = 'expected-degree' and v.expected_on > v_today
		and v.status in ('enrolled', 'completed')
		then jsonb_build_array(v_no, v.expected_on, v.degree_ko)
	    when p_type in ('degree', 'conferral') and v.status = 'graduated'
		then jsonb_build_array(v_no, v.degree_on, v.degree_no,
		    v.degree_ko, v.thesis)
	    when p_type = 'tuition-payment'
		then (select jsonb_agg(jsonb_build_array(p.term, p.item,
			p.amount, p.paid_on) order by p.term, p.item)
		    from degree_payment p where p.record_id = v.id
		     and term_rank(p.term) <= v_till)
	    when p_type = 'transcript'
		then (select jsonb_agg(jsonb_build_array(c.term, c.code,
			c.credits, c.grade, c.percent) order by c.term, c.code)
		    from degree_course c where c.record_id = v.id
		     and term_rank(c.term) <= v_till) end;
end
$$;
