-- sojourn.import_section_problems(term, row): everything that stands against a
-- row of `import courses`, all at once.
-- Returns: [{"field", "why", "value"}]; why is missing, unknown, taken (fewer
--          seats than are taken), enrolled (times or credits of a section that
--          somebody is enrolled in)
-- Tables: course, section, section_seat, section_quota, section_time,
--         university, account, account_role (read)
create or replace function sojourn.import_section_problems(p_term integer,
    p_row jsonb) returns jsonb
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_course  course;
	v_section section;
	v_taken   integer;
begin
	select * into v_course from course c where c.code = p_row ->> 'code';
	select * into v_section from section s
	 where s.term_id = p_term
	   and s.code = (p_row ->> 'code') || '-' || (p_row ->> 'class');
	select t.taken into v_taken from section_seat t
	 where t.section_id = v_section.id;
	return coalesce((select jsonb_agg(to_jsonb(p)) from (
		select f as field, 'missing' as why, '' as value
		  from unnest(array['title_ko', 'title_en', 'major']) f
		 where v_course.id is null and coalesce(p_row ->> f, '') = ''
		union all
		select 'capacity', 'missing', ''
		 where v_section.id is null and not p_row ? 'capacity'
		union all
		select 'major', 'unknown', p_row ->> 'major'
		 where coalesce(p_row ->> 'major', '') <> ''
		   and sojourn.import_major(p_row, false) is null
		union all
		select 'instructor_login', 'unknown', l
		  from regexp_split_to_table(p_row ->> 'instructor_login', '[,; ]+') l
		 where l <> '' and not exists (select from account a
			join account_role r on r.account_id = a.id
			where a.login = l and r.role = 'instructor')
		union all
		select 'capacity', 'taken', v_taken::text
		 where (p_row ->> 'capacity')::integer < v_taken
		union all
		select 'exchange_seats', 'unknown', w.piece
		  from sojourn.import_quotas(p_row ->> 'exchange_seats') w
		 where w.seats is null or not exists (select from university u
			where u.code = w.university)
		union all
		select 'exchange_seats', 'taken', q.taken::text
		  from section_quota q
		  join university u on u.id = q.university_id
		  join sojourn.import_quotas(p_row ->> 'exchange_seats') w
		    on w.university = u.code
		 where q.section_id = v_section.id and w.seats < q.taken
		union all
		select 'credits', 'enrolled', v_taken::text
		 where v_taken > 0
		   and (p_row ->> 'credits')::integer <> v_section.credits
		union all
		select 'times', 'enrolled', v_taken::text
		 where v_taken > 0 and p_row ? 'times'
		   and p_row -> 'times' <> sojourn.import_times(v_section.id)
	       ) p), '[]');
end
$$;
