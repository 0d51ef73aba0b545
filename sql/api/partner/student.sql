-- partner_api.student(session, right, id): one application of the own
-- university, with what the university can do about it.
-- Returns: one row; none for an unknown or a foreign id (S11).  claim says what
--   is disputed: list (the university's list differs), rival (a second
--   mailbox was confirmed for the number, S2), or nothing
-- Tables: application, temporary_id, registration_right, partner_list,
--   official_letter, account (read)
create or replace function partner_api.student(p_session bytea,
    p_right text, p_id bigint)
returns table (id bigint, term text, student_no text, name_native text,
    name_latin text, birth_date date, level text, status text, college text,
    department text, semester text, email text, confirmed boolean,
    phone text, door text, entered text, entered_name text, state text,
    decision_reason text, recommendation text, recommendation_reason text,
    due timestamptz, temporary_id text, max_credits integer,
    right_state text, claim text, rival_email text, rival_name text,
    list_file text, letter_no text, may_retract boolean,
    submitted_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select a.id, t.code, a.student_no, a.name_native,
	       btrim(a.name_family || ' ' || a.name_given), a.birth_date,
	       a.level, a.status, a.college, a.department, a.semester, a.email,
	       a.email_confirmed_at is not null, a.phone, a.door,
	       coalesce(c.kind, 'applicant'), coalesce(c.name, ''), a.state,
	       case when a.state in ('returned', 'held') or a.published_at
		   <= sojourn.now() then a.decision_reason else '' end,
	       a.recommendation, a.recommendation_reason,
	       case when a.recommendation = 'none'
		   then sojourn.recommend_due(a.id) end,
	       case when a.state = 'issued' then i.id end,
	       coalesce(g.max_credits, a.max_credits),
	       case when g.person_id is null then 'none'
		   when g.suspended_at is null then 'living'
		   else 'suspended' end,
	       case when not sojourn.differs(a.id) then ''
		   when a.rival_id is not null then 'rival' else 'list' end,
	       r.email, r.name_native, l.file_name, o.letter_no,
	       a.state in ('submitted', 'returned', 'held', 'approved'),
	       a.submitted_at
	  from application a
	  join term t on t.id = a.term_id
	  left join account c on c.id = a.entered_by
	  left join temporary_id i
	    on i.person_id = sojourn.person_root(a.person_id)
	  left join registration_right g on g.application_id = a.id
	  left join application r on r.id = a.rival_id
	  left join partner_list l on l.id = a.list_id
	  left join official_letter o on o.id = l.letter_id
	 where a.id = p_id and a.university_id = v_actor.university_id;
end
$$;
