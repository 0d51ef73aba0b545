-- sojourn.import_degree(row): a row of `import people` about an own degree
-- student: the student, or a leave, a payment, a course of one (R109).
-- Parameters: p_row  record (student, leave, tuition, course), student_no, and
--             the columns of sojourn(8); remove takes a leave, a payment or a
--             course away
-- Outcomes: done (detail.new) · already · invalid (detail.problems)
-- Tables: those of sojourn.import_degree_student and import_degree_part
create or replace function sojourn.import_degree(p_row jsonb)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_problems jsonb := sojourn.import_degree_problems(p_row);
	v_word     text;
begin
	if v_problems <> '[]' then
		return verdict('invalid', null,
		    jsonb_build_object('problems', v_problems));
	end if;
	v_word := case when p_row ->> 'record' = 'student'
	    then sojourn.import_degree_student(p_row)
	    else sojourn.import_degree_part(p_row) end;
	return verdict(case when v_word = 'same' then 'already' else 'done' end,
	    null, jsonb_build_object('new', v_word = 'new'));
end
$$;
