-- sojourn.import_degree(row): a row of `import people` about an own degree
-- student: the student, or a leave, a payment, a course of one (R109).
-- Parameters: p_row  record (student, leave, tuition, course), student_no, and
--             the columns of sojourn(8), of which an empty one says nothing and
--             a - empties one that may be empty; remove takes a leave, a payment
--             or a course away
-- Outcomes: done (detail.new) · already · invalid (detail.problems)
-- Tables: those of sojourn.import_degree_student and import_degree_part
create or replace function sojourn.import_degree(p_row jsonb)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_row      jsonb := (select jsonb_object_agg(e.key, case
	    when e.value <> '"-"' then e.value
	    when e.key in ('expected_on', 'completed_on', 'degree_on',
		'terminated_on') then 'null'
	    when e.key in ('department_en', 'department_ja', 'degree_ko',
		'degree_en', 'degree_ja', 'degree_no', 'thesis') then '""'
	    else e.value end)
	    from jsonb_each(p_row) e where e.value <> '""');
	v_problems jsonb := sojourn.import_degree_problems(v_row);
	v_word     text;
begin
	if v_problems <> '[]' then
		return verdict('invalid', null,
		    jsonb_build_object('problems', v_problems));
	end if;
	v_word := case when v_row ->> 'record' = 'student'
	    then sojourn.import_degree_student(v_row)
	    else sojourn.import_degree_part(v_row) end;
	return verdict(case when v_word = 'same' then 'already' else 'done' end,
	    null, jsonb_build_object('new', v_word = 'new'));
end
$$;
