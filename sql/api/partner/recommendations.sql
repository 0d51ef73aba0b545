-- partner_api.recommendations(...): the applicants to be recommended (R3, R45),
-- with the address that will be written to and who entered it (S2), and for
-- universities that verify registrations what is registered.
-- Parameters: p_state  none, recommended, refused, '' = all; p_q part of a
--             name or number; p_page from 1; p_chosen  ids that were ticked
-- Returns: a page of 100 with total; entered applicant, partner or staff;
--   list_email when the list says another address
-- Tables: application, account, enrolment, section (read)
create or replace function partner_api.recommendations(p_session bytea,
    p_right text, p_term text, p_state text, p_q text, p_page integer,
    p_chosen bigint[])
returns table (id bigint, total bigint, student_no text, name_native text,
    name_latin text, birth_date date, level text, department text,
    state text, recommendation text, reason text, email text,
    confirmed boolean, entered text, entered_name text, list_email text,
    disputed boolean, sections text, credits bigint, due timestamptz,
    late boolean, chosen boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current(p_term);
	v_q     text := lower(coalesce(p_q, ''));
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	with page as (
		select a.*, count(*) over () as n from application a
		 where a.term_id = v_term
		   and a.university_id = v_actor.university_id
		   and a.state not in ('unconfirmed', 'expired', 'withdrawn',
			'rejected')
		   and (coalesce(p_state, '') = '' or a.recommendation = p_state)
		   and (v_q = '' or strpos(lower(concat_ws(' ', a.name_native,
			a.name_family, a.name_given, a.student_no, a.email)),
			v_q) > 0)
		 order by a.recommendation = 'none' desc, a.submitted_at, a.id
		 limit 100 offset (greatest(coalesce(p_page, 1), 1) - 1) * 100)
	select p.id, p.n, p.student_no, p.name_native,
	       btrim(p.name_family || ' ' || p.name_given), p.birth_date,
	       p.level, p.department, p.state, p.recommendation,
	       p.recommendation_reason, p.email,
	       p.email_confirmed_at is not null,
	       coalesce(c.kind, 'applicant'), coalesce(c.name, ''),
	       case when lower(p.list_data ->> 'email') <> lower(p.email)
		   then p.list_data ->> 'email' end, sojourn.differs(p.id),
	       e.codes, coalesce(e.sum, 0), d.due, d.due < sojourn.now(),
	       p.id = any (p_chosen)
	  from page p
	  left join account c on c.id = p.entered_by
	  left join lateral (select string_agg(s.code, ', ' order by s.code)
		as codes, sum(n.credits) as sum
	      from enrolment n join section s on s.id = n.section_id
	     where n.person_id = sojourn.person_root(p.person_id)
	       and n.term_id = p.term_id
	       and n.state in ('enrolled', 'withdraw_requested', 'completed')) e
	    on true
	 cross join lateral (select case when p.recommendation = 'none'
	    then sojourn.recommend_due(p.id) end as due) d
	 order by p.recommendation = 'none' desc, p.submitted_at, p.id;
end
$$;
