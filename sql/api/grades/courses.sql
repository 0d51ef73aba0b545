-- grades_api.courses(session, right, term, lang): the student's courses of a
-- term and, once announced, what came of them (R14, R46).
-- Returns: a row per course; grade '' while hidden or missing; why as
--          sojourn.grade_why, 'hidden' before the announcement; refused_why the
--          home university's reason (R46); first: the grade that was announced,
--          where an appeal changed it; ask: a correction can be asked for now,
--          until appeal_closes_at
-- Tables: enrolment, section, course, grade_value, grade_appeal, application,
--   registration_right, section_instructor, account (read), by
--   sojourn.grades_of
create or replace function grades_api.courses(p_session bytea, p_right text,
    p_term text, p_lang text)
returns table (code text, title text, credits integer, grading text,
    instructor text, state text, grade text, granted boolean, why text,
    refused_why text, first text, open boolean, ask boolean,
    appeal_closes_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current(p_term);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select s.code, sojourn.pick(p_lang, c.title_ko, c.title_en, c.title_ja),
	       e.credits, s.grading, sojourn.pick(p_lang, s.instructor_ko,
		   s.instructor_en, s.instructor_en), e.state,
	       coalesce(sojourn.grade_text(o.percent, o.pass), ''),
	       coalesce(o.credit_granted, false), coalesce(o.why, 'hidden'),
	       coalesce(case when o.why = 'not-recommended' then
		   (select a.recommendation_reason from registration_right r
		      join application a on a.id = r.application_id
		     where r.person_id = e.person_id
		       and r.term_id = e.term_id) end, ''),
	       coalesce((select sojourn.grade_text(p.percent_before,
		   p.pass_before) from grade_appeal p
		   where p.person_id = e.person_id
		     and p.section_id = e.section_id and p.state = 'changed'
		   order by p.id limit 1), ''),
	       q.open, coalesce(o.percent is not null or o.pass is not null,
		   false) and not q.open and u.state = 'open', u.closes_at
	  from enrolment e
	  join person p on p.id = e.person_id
	  join section s on s.id = e.section_id
	  join course c on c.id = s.course_id
	  left join lateral (select * from sojourn.grades_of(v_actor.person_id,
		v_term) x where x.section_id = e.section_id
		and x.person_id = e.person_id) o on true
	 cross join sojourn.grade_appeal_until(e.person_id, e.section_id) u
	 cross join lateral (select exists (select from grade_appeal p
	     where p.person_id = e.person_id and p.section_id = e.section_id
	       and p.state = 'open') as open) q
	 where e.term_id = v_term
	   and v_actor.person_id in (p.id, p.merged_into)
	 order by s.code;
end
$$;
