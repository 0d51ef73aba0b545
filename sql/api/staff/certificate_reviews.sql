-- staff_api.certificate_reviews(): wishes that student affairs verify before they
-- are issued (R112), the oldest first, with what the records say.
-- Tables: certificate_request, person, degree_record, degree_course (read)
create or replace function staff_api.certificate_reviews(p_session bytea,
    p_right text)
returns table (id bigint, type text, lang text, copies integer,
    name text, name_latin text, student_no text, department text,
    status text, expected_on date, degree text, credits bigint,
    asked_at timestamptz, due_at timestamptz, late boolean, holds boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select r.id, r.type, r.lang::text, r.copies, p.name_native,
	       trim(p.name_family || ' ' || p.name_given), d.student_no,
	       d.department_ko, d.status, d.expected_on, d.degree_ko,
	       (select coalesce(sum(c.credits), 0) from degree_course c
		 where c.record_id = d.id), r.asked_at, r.due_at,
	       r.due_at < sojourn.now(),
	       sojourn.certificate_basis(r.type, r.person_id, r.subject)
		   is not null
	  from certificate_request r
	  join person p on p.id = sojourn.person_root(r.person_id)
	  left join degree_record d on d.student_no = r.subject
	 where r.state = 'review'
	 order by r.due_at, r.id
	 limit 200;
end
$$;
