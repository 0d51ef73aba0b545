-- sojourn.certificate_content(type, person, lang, subject): everything that a
-- certificate prints, in its language; see sojourn.certificate_basis for the
-- subject.  No resident number, no contact data.
-- Returns: null without a right to it
-- Tables: person, degree_record, degree_leave (read), and those of
--         sojourn.certificate_transcript, _visit, _payments and
--         sojourn.registration_content
create or replace function sojourn.certificate_content(p_type text,
    p_person bigint, p_lang text, p_subject text)
returns jsonb
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_root bigint := sojourn.person_root(p_person);
	v_day  date := (sojourn.now() at time zone 'Asia/Seoul')::date;
	v      degree_record;
	v_out  jsonb;
begin
	if sojourn.certificate_basis(p_type, p_person, p_subject) is null then
		return null;
	elsif p_type = 'course-registration' then
		return sojourn.registration_content(p_person,
		    sojourn.term_current(p_subject), p_lang);
	elsif p_subject like 'visit/%' then
		return sojourn.certificate_visit(p_person, p_lang,
		    split_part(p_subject, '/', 2));
	end if;
	select d.* into v from degree_record d
	 where d.student_no = split_part(p_subject, '/', 1);
	select jsonb_build_object('name', p.name_native,
	    'name_latin', trim(p.name_family || ' ' || p.name_given),
	    'birth_date', p.birth_date, 'student_no', v.student_no,
	    'level', v.level, 'department', pick(p_lang, v.department_ko,
		v.department_en, v.department_ja),
	    'admitted_on', v.admitted_on)
	  into v_out from person p where p.id = v_root;
	return v_out || case p_type
	    when 'enrollment' then jsonb_build_object('status', 'enrolled')
	    when 'leave-of-absence' then (select jsonb_build_object(
		'from_on', l.from_on, 'till_on', l.till_on)
		from degree_leave l where l.record_id = v.id
		 and v_day between l.from_on and l.till_on)
	    when 'termination' then jsonb_build_object('terminated_on',
		v.terminated_on)
	    when 'course-completion' then jsonb_build_object('completed_on',
		v.completed_on)
	    when 'expected-degree' then jsonb_build_object('expected_on',
		v.expected_on, 'degree', pick(p_lang, v.degree_ko,
		    v.degree_en, v.degree_ja))
	    when 'transcript' then sojourn.certificate_transcript(v.id, p_lang,
		split_part(p_subject, '/', 2))
	    when 'tuition-payment' then sojourn.certificate_payments(v.id,
		p_lang, split_part(p_subject, '/', 2))
	    else jsonb_build_object('degree_on', v.degree_on, 'degree_no',
		v.degree_no, 'degree', pick(p_lang, v.degree_ko, v.degree_en,
		    v.degree_ja), 'completed_on', v.completed_on)
		|| case p_type when 'conferral'
		    then jsonb_build_object('thesis', v.thesis)
		    else '{}' end end;
end
$$;
