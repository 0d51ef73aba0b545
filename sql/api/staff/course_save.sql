-- staff_api.course_save(...): a new course, or other titles or major of one.
-- Outcomes: done; already; invalid with the field (code, major)
-- Tables: course (insert, update), major (read), audit (insert)
create or replace function staff_api.course_save(p_session bytea,
    p_right text, p_request text, p_code text, p_major text, p_ko text,
    p_en text, p_ja text)
returns setof sojourn.answer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_major integer;
	v_id    integer;
	v_field text;
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if not sojourn.claim(v_actor.account_id, p_request, 'course') then
		return next sojourn.says('course', 'already', null);
		return;
	end if;
	select m.id into v_major from major m where m.code = p_major;
	v_field := case when p_code !~ '^[A-Z]{2,5}[0-9]{3,5}$' then 'code'
	    when v_major is null then 'major' end;
	if v_field is null then
		insert into course as c (code, major_id, title_ko, title_en,
		    title_ja)
		values (p_code, v_major, p_ko, p_en, coalesce(p_ja, ''))
		on conflict (code) do update
		   set major_id = excluded.major_id, title_ko = excluded.title_ko,
		       title_en = excluded.title_en,
		       title_ja = excluded.title_ja
		 where (c.major_id, c.title_ko, c.title_en, c.title_ja) is distinct
		     from (excluded.major_id, excluded.title_ko,
			 excluded.title_en, excluded.title_ja)
		returning c.id into v_id;
		update section set changed_at = sojourn.now()
		 where course_id = v_id;
	end if;
	return query select * from sojourn.conclude(v_actor, p_request,
	    array[sojourn.says('course', case when v_field is not null
		then 'invalid' when v_id is null then 'already' else 'done' end,
		null, case when v_field is not null
		then jsonb_build_object('field', v_field)
		else jsonb_build_object('code', p_code) end, '', 'course',
		v_id)]);
end
$$;
