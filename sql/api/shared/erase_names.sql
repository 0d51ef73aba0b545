-- sojourn.erase_names(people, applications): a human without a record of study
-- becomes a number (S25): name, birth date and student number are replaced, also
-- where lists that were sent repeat them.
-- Tables: person, account, student, application, final_list_row (update)
create or replace function sojourn.erase_names(p_people bigint[],
    p_applications bigint[]) returns void
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	update person p
	   set name_native = '–', name_family = '', name_given = '',
	       birth_date = '1900-01-01'
	 where p.id = any (p_people);
	update account c set name = '–' where c.person_id = any (p_people);
	update student s
	   set student_no = 'erased-' || s.id, college = '', department = ''
	 where s.person_id = any (p_people);
	update application a
	   set student_no = 'erased-' || a.id, name_native = '–',
	       name_family = '', name_given = '', birth_date = '1900-01-01',
	       college = '', department = '', semester = '', previous_id = ''
	 where a.id = any (p_applications);
	update final_list_row r
	   set student_no = '', name_native = '–', name_latin = '',
	       department = '', was = '{}'
	 where r.person_id = any (p_people);
end
$$;
