-- staff_api.applications(...): the list of applications behind its filters.
-- Parameters: p_term  code, '' = current; p_state  '' = all that are alive;
--             p_university  code, '' = all; p_recommendation  '' = all;
--             p_q  part of a name, a number, an address; p_page from 1;
--             p_lang of the reader; p_chosen  ids that were ticked
-- Returns: a page of 100, those to decide first, with total = all that match;
--   who entered each and its address (S2), list against student, the two axes
-- Tables: application, university, account, temporary_id, partner_list (read)
create or replace function staff_api.applications(p_session bytea, p_right text,
    p_term text, p_state text, p_university text, p_recommendation text,
    p_q text, p_page integer, p_lang text, p_chosen bigint[])
returns table (id bigint, total bigint, state text, recommendation text,
    identity text, door text, name_native text, name_latin text,
    student_no text, level text, department text, university text,
    university_name text, stage text, email text, confirmed boolean,
    entered text, entered_name text, submitted_at timestamptz,
    due timestamptz, late boolean, differences bigint, temporary_id text,
    reason text, letter_missing boolean, own boolean, chosen boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_term  integer := sojourn.term_current(p_term);
	v_q     text := lower(coalesce(p_q, ''));
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	with page as (
		select a.*, u.code as u_code, sojourn.pick(p_lang, u.name_ko,
		       u.name_en, u.name_ja) as u_name, u.verification_stage,
		       count(*) over () as n
		  from application a join university u on u.id = a.university_id
		 where a.term_id = v_term
		   and (a.state = p_state or (coalesce(p_state, '') = ''
			and a.state not in ('unconfirmed', 'expired', 'withdrawn')))
		   and (coalesce(p_university, '') = '' or u.code = p_university)
		   and (coalesce(p_recommendation, '') = ''
			or a.recommendation = p_recommendation)
		   and (v_q = '' or a.id::text = v_q or strpos(lower(concat_ws(' ',
			a.name_native, a.name_family, a.name_given,
			a.name_family, a.student_no, a.email, a.previous_id)),
			v_q) > 0)
		 order by array_position(array['submitted', 'held', 'returned',
			'approved'], a.state), a.submitted_at, a.id
		 limit 100 offset (greatest(coalesce(p_page, 1), 1) - 1) * 100)
	select p.id, p.n, p.state, p.recommendation, p.identity, p.door,
	       p.name_native, btrim(p.name_family || ' ' || p.name_given),
	       p.student_no, p.level, p.department, p.u_code, p.u_name,
	       p.verification_stage, p.email, p.email_confirmed_at is not null,
	       coalesce(c.kind, 'applicant'), coalesce(c.name, ''),
	       p.submitted_at, d.due, d.due < sojourn.now()
		   and p.state in ('submitted', 'held'),
	       (select count(*) from sojourn.application_differences(p.id)),
	       coalesce(t.id, ''), p.decision_reason,
	       l.id is not null and l.letter_id is null,
	       p.entered_by is not distinct from v_actor.account_id,
	       p.id = any (p_chosen)
	  from page p
	  left join account c on c.id = p.entered_by
	  left join temporary_id t on t.person_id = sojourn.person_root(p.person_id)
	  left join partner_list l on l.id = p.list_id
	 cross join lateral (select case when p.state in ('submitted', 'held')
	      then sojourn.decide_due(p.term_id, p.submitted_at) end as due) d
	 order by array_position(array['submitted', 'held', 'returned',
	     'approved'], p.state), p.submitted_at, p.id;
end
$$;
