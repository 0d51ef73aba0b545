-- staff_api.onbehalf_withdrawal(...): the home university's word about
-- withdrawals came on paper, with its letter (R12).
-- Parameters: p_decision  confirm or refuse
-- Outcomes per withdrawal: those of sojourn.withdraw_confirm; gone also for one
--   of another university.  As a whole: invalid with the field; already (the
--   same request)
-- Tables: university, withdrawal (read), official_letter, stored_file (by
--   sojourn.letter_goes_on), the rest by sojourn.withdraw_confirm
create or replace function staff_api.onbehalf_withdrawal(p_session bytea,
    p_right text, p_request text, p_university text, p_term text,
    p_withdrawals bigint[], p_decision text, p_reason text, p_no text,
    p_date date, p_name text, p_type text, p_bytes bytea)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor   sojourn.actor;
	v_uni     integer;
	v_letter  bigint;
	v_field   text;
	v_answers sojourn.answer[];
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'onbehalf') then
		return next sojourn.says('onbehalf-withdrawal', 'already', 'R12');
		return;
	end if;
	select u.id into v_uni from university u where u.code = p_university;
	v_field := case when v_uni is null then 'university'
	    when coalesce(cardinality(p_withdrawals), 0) = 0 then 'withdrawal'
	    else sojourn.letter_field(p_no, p_date) end;
	if v_field is not null then
		v_answers := array[sojourn.says('onbehalf-withdrawal', 'invalid',
		    'R12', jsonb_build_object('field', v_field))];
	else
		v_letter := sojourn.letter_goes_on(v_actor, v_uni,
		    sojourn.term_current(p_term), 'withdrawal', p_no, p_date,
		    p_name, p_type, p_bytes);
		v_answers := array(select sojourn.says('onbehalf-withdrawal',
		    c.outcome, c.rule, c.detail, c.section, 'withdrawal',
		    c.withdrawal)
		  from sojourn.withdraw_confirm(v_actor, array(select w.id
			from withdrawal w where w.university_id = v_uni
			 and w.id = any (p_withdrawals) order by w.id),
		      p_decision, v_letter, p_reason, null) c);
		v_answers := v_answers || array(select sojourn.says(
		    'onbehalf-withdrawal', 'gone', 'R12', '{}', x.id::text,
		    'withdrawal', x.id)
		  from (select distinct q from unnest(p_withdrawals) q) x(id)
		 where not exists (select from withdrawal w
			where w.id = x.id and w.university_id = v_uni));
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    v_answers);
end
$$;
