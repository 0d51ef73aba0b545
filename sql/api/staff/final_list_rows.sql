-- staff_api.final_list_rows(session, right, list, lang): all of a list of
-- registrations of any university (R55), for those that get it on paper.
-- Tables: final_list (read), those of sojourn.list_rows
create or replace function staff_api.final_list_rows(p_session bytea,
    p_right text, p_list bigint, p_lang text)
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
	    (select l.university_id from final_list l where l.id = p_list), null,
	    p_list, '', 0, '', p_lang);
end
$$;
