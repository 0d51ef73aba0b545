-- staff_api.onbehalf_waiting(university, term): applications of one university
-- that wait for its recommendation, for a letter on paper (R3).
-- Tables: application, university (read)
create or replace function staff_api.onbehalf_waiting(p_session bytea,
    p_right text, p_university text, p_term text, p_chosen bigint[])
returns table (id bigint, name_native text, name_latin text,
    student_no text, department text, state text, recommendation text,
    chosen boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select a.id, a.name_native, btrim(a.name_family || ' ' || a.name_given),
	       a.student_no, a.department, a.state, a.recommendation,
	       a.id = any (p_chosen)
	  from application a join university u on u.id = a.university_id
	 where u.code = p_university
	   and a.term_id = sojourn.term_current(p_term)
	   and a.state not in ('unconfirmed', 'expired', 'withdrawn', 'rejected')
	 order by a.recommendation <> 'none', a.name_native, a.id
	 limit 500;
end
$$;
