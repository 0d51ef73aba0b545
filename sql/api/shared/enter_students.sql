-- sojourn.enter_students(applications): writes down where each person studies,
-- once the ID is issued (R22); from then on the number leads to the person.
-- A number that belongs to somebody else is left alone.
-- Returns: the number of rows written
-- Tables: application (read), student (insert, update)
create or replace function sojourn.enter_students(p_applications bigint[])
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_count integer;
begin
	insert into student as s (person_id, university_id, student_no, level,
	    college, department, since)
	select distinct on (a.university_id, a.student_no)
	       person_root(a.person_id), a.university_id, a.student_no,
	       a.level, a.college, a.department,
	       (sojourn.now() at time zone 'Asia/Seoul')::date
	  from application a
	 where a.id = any (p_applications) and a.state = 'issued'
	 order by a.university_id, a.student_no, a.id desc
	on conflict (university_id, student_no) do update
	   set level = excluded.level, college = excluded.college,
	       department = excluded.department
	 where s.person_id = excluded.person_id
	   and (s.level, s.college, s.department) is distinct from
	       (excluded.level, excluded.college, excluded.department);
	get diagnostics v_count = row_count;
	return v_count;
end
$$;
