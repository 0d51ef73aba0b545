-- staff_api.official_save(...): records an official letter, received or sent.
-- A letter that belongs to a list, a recommendation or a withdrawal is recorded
-- on the page /staff/onbehalf, where it has its effect; this register takes the
-- others.
-- Outcomes: done; already (the same request); duplicate (this number is
--   recorded); invalid with the field (university, letter_date in the future)
-- Tables: official_letter, stored_file (by sojourn.letter_in), audit (insert)
create or replace function staff_api.official_save(p_session bytea,
    p_right text, p_request text, p_university text, p_term text,
    p_direction text, p_subject text, p_no text, p_date date,
    p_name text, p_type text, p_bytes bytea)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor  sojourn.actor;
	v_uni    integer;
	v_letter bigint;
	v_field  text;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'official') then
		return next sojourn.says('official', 'already', 'R6');
		return;
	end if;
	select u.id into v_uni from university u where u.code = p_university;
	v_field := case when v_uni is null then 'university'
	    when p_date > (sojourn.now() at time zone 'Asia/Seoul')::date
		then 'letter_date' end;
	if v_field is null then
		v_letter := sojourn.letter_in(v_actor, v_uni, case when
		    p_term <> '' then sojourn.term_current(p_term) end, p_subject,
		    p_no, p_date, p_name, p_type, p_bytes, p_direction);
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('official', case when v_field is not null
		then 'invalid' when v_letter is null then 'duplicate'
		else 'done' end, 'R6', case when v_field is not null
		then jsonb_build_object('field', v_field) else '{}' end, '',
		'official_letter', v_letter)]);
end
$$;
