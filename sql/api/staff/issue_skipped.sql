-- staff_api.issue_skipped(term): the approved applications that issuing would
-- leave out, each with its reason, so that a person can act.
-- Tables: application, university (read)
create or replace function staff_api.issue_skipped(p_session bytea,
    p_right text, p_term text)
returns table (id bigint, fate text, name_native text, name_latin text,
    student_no text, university text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select a.id, p.fate, a.name_native,
	       btrim(a.name_family || ' ' || a.name_given), a.student_no, u.code
	  from sojourn.issue_plan(sojourn.term_current(p_term)) p
	  join application a on a.id = p.application
	  join university u on u.id = a.university_id
	 where p.fate not in ('new', 'known')
	 order by p.fate, a.id
	 limit 200;
end
$$;
