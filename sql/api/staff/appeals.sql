-- staff_api.appeals(session, right, term, state, lang): requests for correction
-- of grades in a term (R15).
-- Parameters: p_state  late, open, decided or '' for all
-- Tables: grade_appeal (read); by sojourn.grade_appeals
create or replace function staff_api.appeals(p_session bytea, p_right text,
    p_term text, p_state text, p_lang text)
returns table (id bigint, state text, term text, section text, title text,
    grading text, login text, name text, reason text, before text, now text,
    after text, asked_at timestamptz, due_at timestamptz, late boolean,
    decided_at timestamptz, decided_name text, answer text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query select * from sojourn.grade_appeals(array(
	    select p.id from grade_appeal p
	     where p.term_id = sojourn.term_current(p_term)
	       and case p_state when 'open' then p.state = 'open'
		   when 'late' then p.state = 'open'
		       and p.due_at <= sojourn.now()
		   when 'decided' then p.state <> 'open' else true end
	     order by (p.state = 'open') desc, p.due_at limit 300), p_lang);
end
$$;
