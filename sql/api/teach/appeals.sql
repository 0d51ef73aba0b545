-- teach_api.appeals(session, right, state, lang): requests for correction in the
-- actor's sections, open ones first (R15).
-- Parameters: p_state  open, decided or '' for all
-- Tables: grade_appeal, section_instructor (read); by sojourn.grade_appeals
create or replace function teach_api.appeals(p_session bytea, p_right text,
    p_state text, p_lang text)
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
	    select p.id from grade_appeal p
	      join section_instructor i on i.section_id = p.section_id
	     where i.account_id = v_actor.account_id
	       and (coalesce(p_state, '') = ''
		or (p.state = 'open') = (p_state = 'open'))
	     order by p.asked_at desc limit 200), p_lang);
end
$$;
