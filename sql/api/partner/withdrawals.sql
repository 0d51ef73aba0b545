-- partner_api.withdrawals(session, right, term, state, …): withdrawals of the own
-- university's students (R12): those to be confirmed first.
-- Parameters: p_state  open (asked, not confirmed), '' = all; p_chosen  ids that
--             were ticked
-- Returns: id, who, what, since when, until when; state of the withdrawal
-- Tables: withdrawal, application, section, course, official_letter (read)
create or replace function partner_api.withdrawals(p_session bytea,
    p_right text, p_term text, p_state text, p_lang text, p_chosen bigint[])
returns table (id bigint, application bigint, student_no text,
    name_native text, section text, title text, credits integer, reason text,
    state text, requested_at timestamptz, decided_at timestamptz,
    decision_reason text, letter_no text, letter_date date, due timestamptz,
    late boolean, chosen boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current(p_term);
begin
	return query
	select w.id, a.id, a.student_no, a.name_native, s.code,
	       sojourn.pick(p_lang, c.title_ko, c.title_en, c.title_ja),
	       s.credits, w.reason, w.state, w.requested_at, w.decided_at,
	       w.decision_reason, o.letter_no, o.letter_date,
	       d.due, d.due <= sojourn.now(), w.id = any (p_chosen)
	  from withdrawal w
	 cross join lateral (select case when w.state in ('requested',
	    'lapsed') then sojourn.withdraw_due(w.id) end as due) d
	  join section s on s.id = w.section_id
	  join course c on c.id = s.course_id
	  left join official_letter o on o.id = w.letter_id
	  left join lateral (select a.id, a.student_no, a.name_native
	      from application a
	     where sojourn.person_root(a.person_id) = sojourn.person_root(w.person_id)
	       and a.term_id = w.term_id and a.university_id = w.university_id
	       and a.state = 'issued' limit 1) a on true
	 where w.university_id = v_actor.university_id and w.term_id = v_term
	   and v_actor.outcome = 'done'
	   and (coalesce(p_state, '') = '' or w.state = 'requested')
	 order by w.state = 'requested' desc, w.requested_at, w.id;
end
$$;
