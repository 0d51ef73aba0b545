-- staff_api.degree_correct(...): staff correct a line of a degree student's record,
-- with a reason.  The audit names the line, never its value.
-- Outcomes: done; already (the same form, or it says so already); gone; invalid
--   (detail.field: field, value, reason)
-- Tables: those of sojourn.degree_correct
create or replace function staff_api.degree_correct(p_session bytea,
    p_right text, p_request text, p_no text, p_field text, p_value text,
    p_reason text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_end   text;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request,
	    'degree-correct') then
		return next sojourn.says('degree-correct', 'already', null);
		return;
	end if;
	v_end := sojourn.degree_correct(v_actor, p_no, p_field, p_value,
	    p_reason);
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('degree-correct', case when v_end in ('field',
		'value', 'reason') then 'invalid' else v_end end, 'R109',
		jsonb_build_object('line', p_field) || case when v_end in (
		    'field', 'value', 'reason') then jsonb_build_object(
		    'field', v_end) else '{}' end, '', 'degree',
		(select d.id from degree_record d where d.student_no = p_no))]);
end
$$;
