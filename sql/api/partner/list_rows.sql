-- partner_api.list_rows(session, right, term, list, show, page, lang):
-- sojourn.list_rows of the own university.
-- Tables: those of sojourn.list_rows
create or replace function partner_api.list_rows(p_session bytea,
    p_right text, p_term text, p_list bigint, p_show text, p_page integer,
    p_lang text, p_kind text default '')
returns table (list bigint, version integer, total bigint,
    application bigint, student_no text, name_native text, name_latin text,
    department text, temporary_id text, section text, title text,
    credits integer, state text, credit_granted boolean, mark text,
    was_state text, was_credits text, was_name text, was_no text,
    was_department text, was_granted text, recommendation text, first boolean,
    grade text, why text, was_grade text, was_why text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query select * from sojourn.list_rows(v_actor,
	    v_actor.university_id, sojourn.term_current(p_term), p_list,
	    p_show, p_page, p_kind, p_lang);
end
$$;
