-- staff_api.application(id): one application with everything that is known.
-- Returns: one row, none when there is no such application
-- Tables: application, term, university, account, temporary_id, partner_list,
--   official_letter, registration_right, identity_case (read)
create or replace function staff_api.application(p_session bytea, p_right text,
    p_id bigint, p_lang text)
returns table (id bigint, term text, state text, recommendation text,
    identity text, door text, name_native text, name_latin text,
    birth_date date, level text, status text, college text, department text,
    semester text, email text, confirmed_at timestamptz, phone text,
    previous_id text, max_credits integer, student_no text, university text,
    university_name text, stage text, entered text, entered_name text,
    submitted_at timestamptz, due timestamptz, decided_at timestamptz,
    decided_name text, reason text, published_at timestamptz,
    recommended_at timestamptz, recommended_name text,
    recommendation_reason text, issued_at timestamptz, temporary_id text,
    password_state text, account_email text, letter_no text,
    letter_missing boolean, right_credits integer, right_rule text,
    suspended boolean, cases bigint, own boolean, seen bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select a.id, m.code, a.state, a.recommendation, a.identity, a.door,
	       a.name_native, btrim(a.name_family || ' ' || a.name_given),
	       a.birth_date, a.level, a.status, a.college, a.department,
	       a.semester, a.email, a.email_confirmed_at, a.phone,
	       a.previous_id, a.max_credits, a.student_no, u.code,
	       sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
	       u.verification_stage, coalesce(e.kind, 'applicant'),
	       coalesce(e.name, ''), a.submitted_at,
	       sojourn.decide_due(a.term_id, a.submitted_at), a.decided_at,
	       coalesce(d.name, ''), a.decision_reason, a.published_at,
	       a.recommended_at, coalesce(r.name, ''), a.recommendation_reason,
	       a.issued_at, coalesce(t.id, ''), coalesce(c.password_state, ''),
	       coalesce(c.email, ''), coalesce(o.letter_no, ''),
	       l.id is not null and l.letter_id is null, g.max_credits,
	       coalesce(g.limit_rule, ''), g.suspended_at is not null,
	       (select count(*) from identity_case x
		 where x.application_id = a.id
		   and x.state in ('open', 'merge-asked')),
	       a.entered_by is not distinct from v_actor.account_id,
	       (select greatest(max(w.id), 1) from audit w)
	  from application a
	  join term m on m.id = a.term_id
	  join university u on u.id = a.university_id
	  left join account e on e.id = a.entered_by
	  left join account d on d.id = a.decided_by
	  left join account r on r.id = a.recommended_by
	  left join temporary_id t on t.person_id = sojourn.person_root(a.person_id)
	  left join account c on c.person_id = sojourn.person_root(a.person_id)
	  left join partner_list l on l.id = a.list_id
	  left join official_letter o on o.id = l.letter_id
	  left join registration_right g on g.application_id = a.id
	 where a.id = p_id;
end
$$;
