-- partner_api.students(...): the own university's students of a term.
-- Parameters: p_state  of the application, '' = all that were confirmed;
--             p_q part of a name or number; p_page from 1, 0 = everything,
--             for a file; that it was taken is noted (S25)
-- Returns: a page of 100 with total: disputed claims first, then by name
-- Tables: application, temporary_id, enrolment, section, outbox (read), those
--         of sojourn.download
create or replace function partner_api.students(p_session bytea,
    p_right text, p_term text, p_state text, p_q text, p_page integer)
returns table (id bigint, total bigint, student_no text, name_native text,
    name_latin text, birth_date date, level text, college text,
    department text, email text, phone text, door text, state text,
    recommendation text, temporary_id text, credits bigint, sections text,
    withdrawals bigint, disputed boolean, bounced boolean,
    submitted_at timestamptz)
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
	if p_page = 0 then
		perform sojourn.download(v_actor, 'students', 'term', v_term,
		    'R33');
	end if;
	return query
	with page as (
		select a.*, count(*) over () as n from application a
		 where a.term_id = v_term
		   and a.university_id = v_actor.university_id
		   and (a.state = p_state or (coalesce(p_state, '') = ''
			and a.state not in ('unconfirmed', 'expired')))
		   and (v_q = '' or strpos(lower(concat_ws(' ', a.name_native,
			a.name_family, a.name_given, a.student_no, a.email)),
			v_q) > 0)
		 order by sojourn.differs(a.id) desc, a.name_native, a.id
		 limit case when p_page = 0 then null else 100 end
		offset greatest(coalesce(p_page, 1) - 1, 0) * 100)
	select p.id, p.n, p.student_no, p.name_native,
	       btrim(p.name_family || ' ' || p.name_given), p.birth_date,
	       p.level, p.college, p.department, p.email, p.phone, p.door,
	       p.state, p.recommendation,
	       case when p.state = 'issued' then t.id end,
	       coalesce(e.sum, 0), e.codes, coalesce(e.gone, 0),
	       sojourn.differs(p.id), exists (select from outbox o
		where o.application_id = p.id and o.state = 'failed'),
	       p.submitted_at
	  from page p
	  left join temporary_id t
	    on t.person_id = sojourn.person_root(p.person_id)
	  left join lateral (select sum(n.credits) filter (where n.state in
		('enrolled', 'withdraw_requested', 'completed')) as sum,
		string_agg(s.code, ', ' order by s.code) filter (where n.state
		in ('enrolled', 'withdraw_requested', 'completed')) as codes,
		count(*) filter (where n.state in ('withdraw_requested',
		    'withdraw_home_confirmed', 'withdrawn')) as gone
	      from enrolment n join section s on s.id = n.section_id
	     where n.person_id = sojourn.person_root(p.person_id)
	       and n.term_id = p.term_id and p.state = 'issued') e on true
	 order by sojourn.differs(p.id) desc, p.name_native, p.id;
end
$$;
