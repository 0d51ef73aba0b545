-- sojourn.degree_correct(...): one line of an own degree student's record becomes
-- another value, or empty where it may be; by the rules of the import.
-- Returns: done; already (it says so); gone (nobody has the number); field,
--          value, reason: what is wrong in the form
-- Tables: degree_record (locked), degree_correction (insert), those of
--         sojourn.import_degree
create or replace function sojourn.degree_correct(p_actor sojourn.actor,
    p_no text, p_field text, p_value text, p_reason text)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v       degree_record;
	v_value text := btrim(p_value);
	v_end   text;
begin
	select * into v from degree_record d where d.student_no = p_no
	   for update;
	if not found then
		return 'gone';
	elsif not p_field = any (sojourn.degree_fields()) then
		return 'field';
	elsif v_value = '-' or (p_field ~ '_(on|since)$' and v_value <> ''
	    and not sojourn.is_day(v_value))
	    or (p_field = 'level' and v_value not in ('BA', 'MA', 'PHD',
		'MSPHD'))
	    or (p_field = 'status' and v_value not in ('enrolled', 'leave',
		'completed', 'graduated', 'terminated'))
	    or (v_value = '' and p_field in ('department_ko', 'admitted_on',
		'status_since'))
	    or char_length(v_value) > (case p_field when 'degree_no' then 40
		when 'thesis' then 300 else 100 end) then
		return 'value';
	elsif btrim(coalesce(p_reason, '')) = '' then
		return 'reason';
	end if;
	v_end := (sojourn.import_degree(jsonb_build_object('record', 'student',
	    'student_no', p_no, p_field, case v_value when '' then '-'
		else v_value end))).outcome;
	if v_end = 'done' then
		insert into degree_correction (record_id, field, was, is_,
		    reason, by_whom, at)
		values (v.id, p_field, coalesce(to_jsonb(v) ->> p_field, ''),
		    v_value, btrim(p_reason), p_actor.account_id,
		    sojourn.now());
	end if;
	return case v_end when 'invalid' then 'value' else v_end end;
end
$$;
