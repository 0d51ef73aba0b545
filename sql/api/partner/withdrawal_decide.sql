-- partner_api.withdrawal_decide(...): the home university's word about
-- withdrawals of its students, with its official letter (R12).
-- Parameters: p_decision  confirm or refuse
--             p_letter_no, p_letter_date  of the letter; one letter may stand
--             for several withdrawals, also in several calls
--             p_name, p_type, p_bytes  the scanned letter, null = none
-- Outcomes per withdrawal as sojourn.withdraw_confirm; as a whole already (same
--   request), invalid with the field (a letter dated in the future, or a date
--   or number alone), duplicate (the number is on file with another date)
-- Tables: withdrawal, official_letter (read), and those of sojourn.letter_in
--   and sojourn.withdraw_confirm
create or replace function partner_api.withdrawal_decide(p_session bytea,
    p_right text, p_request text, p_withdrawals bigint[], p_decision text,
    p_letter_no text, p_letter_date date, p_reason text, p_name text,
    p_type text, p_bytes bytea)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor  sojourn.actor := sojourn.enter(p_session, p_right);
	v_term   integer;
	v_letter bigint;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if (coalesce(p_letter_no, '') = '') <> (p_letter_date is null)
	    or p_letter_date > (sojourn.now() at time zone 'Asia/Seoul')::date then
		return next sojourn.says('withdraw-confirm', 'invalid', 'R12',
		    jsonb_build_object('field', case when p_letter_no = ''
			then 'letter_no' else 'letter_date' end));
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'withdraw-home') then
		return next sojourn.says('withdraw-confirm', 'already', 'R12');
		return;
	end if;
	select w.term_id into v_term from withdrawal w
	 where w.id = any (p_withdrawals)
	   and w.university_id = v_actor.university_id
	   and w.state in ('requested', 'lapsed')
	 limit 1;
	if found and coalesce(p_letter_no, '') <> '' then
		v_letter := sojourn.letter_in(v_actor, v_actor.university_id,
		    v_term, 'withdrawal', p_letter_no, p_letter_date, p_name,
		    p_type, p_bytes);
		if v_letter is null then
			return query select * from sojourn.conclude(v_actor,
			    p_request, array[sojourn.says('withdraw-confirm',
				'duplicate', 'R12', '{"field": "letter_no"}')]);
			return;
		end if;
	end if;
	return query
	select s.* from sojourn.withdraw_confirm(v_actor, p_withdrawals,
	    p_decision, v_letter, coalesce(p_reason, ''), p_request) r
	 cross join lateral sojourn.says('withdraw-' || p_decision, r.outcome,
	    r.rule, r.detail, r.section, 'withdrawal', r.withdrawal) s;
end
$$;
