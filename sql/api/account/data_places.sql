-- account_api.data_places(session, right, lang): where I study, dated (R22), here
-- too.
-- Tables: student, university, degree_record, host (read)
create or replace function account_api.data_places(p_session bytea,
    p_right text, p_lang text)
returns table (university text, student_no text, level text, college text,
    department text, since date)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select case p_lang when 'ko' then u.name_ko when 'ja' then u.name_ja
		else u.name_en end,
	       s.student_no, s.level, s.college, s.department, s.since
	  from student s join university u on u.id = s.university_id
	 where v_actor.outcome = 'done' and s.person_id = v_actor.person_id
	union all
	select case p_lang when 'ko' then h.name_ko when 'ja' then h.name_ja
		else h.name_en end,
	       d.student_no, d.level, '', case p_lang when 'ko' then
		d.department_ko when 'ja' then d.department_ja
		else d.department_en end, d.admitted_on
	  from degree_record d cross join host h
	 where v_actor.outcome = 'done' and d.person_id = v_actor.person_id
	 order by 6, 2;
end
$$;
