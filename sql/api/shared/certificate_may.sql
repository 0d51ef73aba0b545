-- sojourn.certificate_may(type, person): may this person have this certificate
-- now (R109)?  From the data as they are, asked again when the code comes and
-- when the document is signed.
-- Returns: may; why not: own (not a degree student here), visitor (not a
--          visiting student), status, leave, completed, degree, terminated,
--          expected, grades, payment, registered, hidden (grades are not
--          announced yet); subject for sojourn.certificate_basis
-- Tables: degree_record, degree_course, degree_payment, temporary_id,
--         enrolment (read), and those of sojourn.certificate_basis
create or replace function sojourn.certificate_may(p_type text,
    p_person bigint, out may boolean, out why text, out subject text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_root  bigint := sojourn.person_root(p_person);
	v_visit boolean := exists (select from temporary_id t
	    where t.person_id in (p_person, v_root));
	v_own   boolean := false;
	v       record;
begin
	may := false;
	for v in select d.id, d.student_no from degree_record d
	    where d.person_id in (p_person, v_root)
	    order by d.admitted_on desc, d.id desc
	loop
		v_own := true;
		subject := v.student_no || case p_type
		    when 'transcript' then coalesce('/' || (select c.term
			from degree_course c where c.record_id = v.id
			order by term_rank(c.term) desc limit 1), '')
		    when 'tuition-payment' then coalesce('/' || (select p.term
			from degree_payment p where p.record_id = v.id
			order by term_rank(p.term) desc limit 1), '')
		    else '' end;
		may := p_type <> 'course-registration' and sojourn.
		    certificate_basis(p_type, p_person, subject) is not null;
		exit when may;
	end loop;
	if not may and v_visit and p_type in ('transcript',
	    'course-registration') then
		subject := case p_type when 'transcript' then 'visit/' || (
			select g.term from grades_of(p_person, null) g
			 order by term_rank(g.term) desc limit 1)
		    else (select t.code from term t
			where t.id = sojourn.term_current('')) end;
		may := sojourn.certificate_basis(p_type, p_person, subject)
		    is not null;
	end if;
	why := case when may then ''
	    when p_type = 'course-registration' then case when v_visit
		then 'registered' else 'visitor' end
	    when p_type = 'transcript' and v_visit and not v_own then case
		when exists (select from enrolment e
		    where e.person_id = p_person and e.term_id > 0)
		then 'hidden' else 'grades' end
	    when not v_own then 'own'
	    else case p_type when 'enrollment' then 'status'
		when 'leave-of-absence' then 'leave'
		when 'course-completion' then 'completed'
		when 'termination' then 'terminated'
		when 'expected-degree' then 'expected'
		when 'transcript' then 'grades'
		when 'tuition-payment' then 'payment' else 'degree' end end;
end
$$;
