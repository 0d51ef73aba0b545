-- partner_api.missing(session, right, term, why): the own students who may
-- register and have not, or too little (R18, R184).
-- Parameters: p_why  login, none, below or '' (see sojourn.missing)
-- Returns: up to 500 rows with total and the number of each kind; warned_at
--          when the last mail about it went
-- Tables: application, temporary_id, registration_warning, registration_right
--   (read), those of sojourn.missing
create or replace function partner_api.missing(p_session bytea,
    p_right text, p_term text, p_why text)
returns table (application bigint, student_no text, name_native text,
    name_latin text, department text, temporary_id text, why text,
    credits integer, min_credits integer, warned_at timestamptz,
    total bigint)
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
	select a.id, a.student_no, a.name_native,
	       btrim(a.name_family || ' ' || a.name_given), a.department,
	       coalesce(t.id, ''), m.why, m.credits, m.min_credits,
	       (select max(w.warned_at) from registration_warning w
		 where w.person_id = m.person_id and w.term_id = v_term),
	       count(*) over ()
	  from sojourn.missing(v_term, v_actor.university_id) m
	  join application a on a.id = m.application_id
	   and a.university_id = v_actor.university_id
	  left join temporary_id t on t.person_id = m.person_id
	 where coalesce(p_why, '') = '' or m.why = p_why
	 order by array_position(array['login', 'none', 'below'], m.why),
	       a.name_native, a.id
	 limit 500;
end
$$;
