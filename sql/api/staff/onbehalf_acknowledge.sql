-- staff_api.onbehalf_acknowledge(...): a university acknowledged a list of its
-- registrations on paper (R55), with its letter.
-- Outcomes: those of sojourn.list_acknowledge; invalid with the field; duplicate
--   (a letter of this number with another date); already (the same request)
-- Tables: university (read), official_letter, stored_file (by
--   sojourn.letter_in), the rest by sojourn.list_acknowledge
create or replace function staff_api.onbehalf_acknowledge(p_session bytea,
    p_right text, p_request text, p_university text, p_term text,
    p_list bigint, p_no text, p_date date, p_name text, p_type text,
    p_bytes bytea)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor  sojourn.actor;
	v_uni    integer;
	v_letter bigint;
	v_field  text;
	v_end    sojourn.verdict;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'onbehalf') then
		return next sojourn.says('onbehalf-acknowledge', 'already', 'R55');
		return;
	end if;
	select u.id into v_uni from university u where u.code = p_university;
	v_field := case when v_uni is null then 'university'
	    when p_list is null then 'list'
	    else sojourn.letter_field(p_no, p_date) end;
	if v_field is not null then
		v_end := sojourn.verdict('invalid', 'R55', jsonb_build_object(
		    'field', v_field));
	elsif not exists (select from final_list l
	    where l.id = p_list and l.university_id = v_uni) then
		v_end := sojourn.verdict('gone', 'R55');
	else
		v_letter := sojourn.letter_in(v_actor, v_uni,
		    sojourn.term_current(p_term), 'final-list', p_no, p_date,
		    p_name, p_type, p_bytes);
		v_end := case when v_letter is null
		    then sojourn.verdict('duplicate', 'R55')
		    else sojourn.list_acknowledge(v_actor, v_uni, p_list,
			v_letter) end;
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('onbehalf-acknowledge', v_end.outcome,
		v_end.rule, v_end.detail, '', 'final_list', p_list)]);
end
$$;
