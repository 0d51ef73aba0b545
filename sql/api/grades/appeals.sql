-- grades_api.appeals(session, right, term, lang): the student's own requests for
-- correction in a term (R15).
-- Tables: grade_appeal, person (read), by sojourn.grade_appeals
create or replace function grades_api.appeals(p_session bytea, p_right text,
    p_term text, p_lang text)
returns table (id bigint, state text, term text, section text, title text,
    grading text, login text, name text, reason text, before text, now text,
    after text, asked_at timestamptz, due_at timestamptz, late boolean,
    decided_at timestamptz, decided_name text, answer text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query select * from sojourn.grade_appeals(array(
	    select a.id from grade_appeal a join person p on p.id = a.person_id
	     where v_actor.person_id in (p.id, p.merged_into)
	       and a.term_id = sojourn.term_current(p_term)), p_lang);
end
$$;
