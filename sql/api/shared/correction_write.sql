-- sojourn.correction_write(actor, correction, accepted, answer): writes what
-- was decided, and the value when it was accepted.  Names, birth date and
-- telephone are the person's; number, level, college and department the newest
-- place of study's.  Other fields are only marked: a person acts on them.
-- Returns: done, or invalid when the value does not fit its field, or the number
--   is somebody else's
-- Tables: correction, person, student (update), account (update: name), outbox
--   (insert)
create or replace function sojourn.correction_write(p_actor sojourn.actor,
    p_correction bigint, p_accept boolean, p_answer text)
returns text
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_c correction;
	v_v text;
begin
	select * into v_c from correction c where c.id = p_correction;
	v_v := btrim(v_c.value);
	if p_accept and ((v_c.field = 'birth_date'
		and not sojourn.is_day(v_v))
	    or (v_c.field = 'level'
		and v_v not in ('BA', 'MA', 'PHD', 'MSPHD'))
	    or (v_c.field in ('name_native', 'student_no') and v_v = '')
	    or (v_c.field = 'student_no' and exists (select from student o
		join student s on s.university_id = o.university_id
		 and s.person_id = v_c.person_id and o.id <> s.id
		where o.student_no = v_v))) then
		return 'invalid';
	end if;
	if p_accept then
		update person p
		   set name_native = case v_c.field when 'name_native' then v_v
			   else p.name_native end,
		       name_family = case v_c.field when 'name_family' then v_v
			   else p.name_family end,
		       name_given = case v_c.field when 'name_given' then v_v
			   else p.name_given end,
		       birth_date = case v_c.field when 'birth_date'
			   then v_v::date else p.birth_date end,
		       phone = case v_c.field when 'phone' then v_v
			   else p.phone end
		 where p.id = v_c.person_id;
		update student s
		   set level = case v_c.field when 'level' then v_v
			   else s.level end,
		       college = case v_c.field when 'college' then v_v
			   else s.college end,
		       department = case v_c.field when 'department' then v_v
			   else s.department end,
		       student_no = case v_c.field when 'student_no' then v_v
			   else s.student_no end
		 where s.id = (select x.id from student x
			where x.person_id = v_c.person_id
			order by x.since desc, x.id desc limit 1);
		update account a set name = v_v
		 where a.person_id = v_c.person_id
		   and v_c.field = 'name_native';
	end if;
	update correction c
	   set state = case when p_accept then 'accepted' else 'refused' end,
	       answer = p_answer, decided_at = sojourn.now(),
	       decided_by = p_actor.account_id
	 where c.id = p_correction;
	perform sojourn.mail('correction-decided', a.email, a.lang,
	    jsonb_build_object('accepted', case when p_accept then '1' else '' end,
		'field', v_c.field, 'answer', p_answer), a.id, a.person_id)
	  from account a where a.person_id = v_c.person_id;
	return 'done';
end
$$;
