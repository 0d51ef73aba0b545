-- sojourn.import_degree_student(row): an own degree student as the row says; a
-- column that the file lacks stays as it was.  A new one gets an account under
-- the student number and is mailed a link; the address of an account that
-- exists is never changed by a file (S1).
-- Returns: new, changed or same
-- Tables: person, degree_record, account, account_role, outbox (insert, update)
create or replace function sojourn.import_degree_student(p_row jsonb)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_old    degree_record;
	v_new    degree_record;
	v_person bigint;
	v_named  boolean;
begin
	select * into v_old from degree_record d
	 where d.student_no = p_row ->> 'student_no' for update;
	v_person := coalesce(v_old.person_id, (select d.person_id
	    from degree_record d where d.student_no = p_row ->> 'previous_no'));
	if v_person is null then
		insert into person (name_native, birth_date)
		values (p_row ->> 'name', (p_row ->> 'birth_date')::date)
		returning id into v_person;
	end if;
	update person p
	   set name_native = coalesce(p_row ->> 'name', p.name_native),
	       name_family = coalesce(p_row ->> 'name_family', p.name_family),
	       name_given = coalesce(p_row ->> 'name_given', p.name_given)
	 where p.id = v_person
	   and (p.name_native, p.name_family, p.name_given) is distinct from
	       (coalesce(p_row ->> 'name', p.name_native),
		coalesce(p_row ->> 'name_family', p.name_family),
		coalesce(p_row ->> 'name_given', p.name_given));
	v_named := found;
	update account a set name = p.name_native from person p
	 where p.id = v_person and a.person_id = p.id
	   and a.name <> p.name_native;
	perform sojourn.import_degree_account(v_person, p_row);
	-- The row's columns lie over what is there.
	v_new := jsonb_populate_record(v_old, p_row);
	v_new.person_id := v_person;
	if v_old.id is not null then
		if v_new is not distinct from v_old then
			return case when v_named then 'changed' else 'same' end;
		end if;
		update degree_record d set level = v_new.level,
		       department_ko = v_new.department_ko,
		       department_en = v_new.department_en,
		       department_ja = v_new.department_ja,
		       admitted_on = v_new.admitted_on, status = v_new.status,
		       status_since = v_new.status_since,
		       expected_on = v_new.expected_on,
		       completed_on = v_new.completed_on,
		       degree_ko = v_new.degree_ko, degree_en = v_new.degree_en,
		       degree_ja = v_new.degree_ja, degree_no = v_new.degree_no,
		       degree_on = v_new.degree_on, thesis = v_new.thesis,
		       terminated_on = v_new.terminated_on
		 where d.id = v_old.id;
		return 'changed';
	end if;
	insert into degree_record (person_id, student_no, level, department_ko,
	    department_en, department_ja, admitted_on, status, status_since,
	    expected_on, completed_on, degree_ko, degree_en, degree_ja,
	    degree_no, degree_on, thesis, terminated_on)
	values (v_person, v_new.student_no, v_new.level, v_new.department_ko,
	    coalesce(v_new.department_en, ''), coalesce(v_new.department_ja, ''),
	    v_new.admitted_on, v_new.status, v_new.status_since,
	    v_new.expected_on, v_new.completed_on, coalesce(v_new.degree_ko, ''),
	    coalesce(v_new.degree_en, ''), coalesce(v_new.degree_ja, ''),
	    coalesce(v_new.degree_no, ''), v_new.degree_on,
	    coalesce(v_new.thesis, ''), v_new.terminated_on);
	return 'new';
end
$$;
