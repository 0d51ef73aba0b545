-- account_api.data_grades(session, right): my announced grades of all terms; what
-- is not announced is nobody's yet (R14).
-- Returns: by term and section; why as sojourn.grade_why tells, '' where the
--          credits are granted
-- Tables: those of sojourn.grades_of
create or replace function account_api.data_grades(p_session bytea,
    p_right text)
returns table (term text, section text, grade text, credit_granted boolean,
    why text)
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
	select g.term, g.section, sojourn.grade_text(g.percent, g.pass),
	       g.credit_granted, g.why
	  from sojourn.grades_of(v_actor.person_id, null) g
	 order by g.term desc, g.section;
end
$$;
