-- staff_api.grades(session, right, term, state, lang): how far the grades of each
-- section are (R14, C32); what lacks most first.
-- Parameters: p_state  missing (some are), done (none is) or '' for all
-- Returns: sections with students; entry and times of the term as
--          sojourn.grade_times, figures as sojourn.grade_figures
-- Tables: section, course, section_instructor, account (read)
create or replace function staff_api.grades(p_session bytea, p_right text,
    p_term text, p_state text, p_lang text)
returns table (code text, term text, title text, instructors text,
    entry text, due_at timestamptz, announced_at timestamptz,
    students integer, withdrawn integer, given integer, missing integer,
    late integer, mean text, median text, appeals integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current(p_term);
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select s.code, t.code, sojourn.pick(p_lang, c.title_ko, c.title_en,
	       c.title_ja), coalesce((select string_agg(a.name, ', '
		   order by a.name) from section_instructor i
		   join account a on a.id = i.account_id
		   where i.section_id = s.id), ''),
	       w.state, w.due_at, w.announced_at, f.students, f.withdrawn,
	       f.given, f.missing, f.late, f.mean, f.median, f.appeals
	  from section s
	  join course c on c.id = s.course_id
	  join term t on t.id = s.term_id
	 cross join sojourn.grade_times(v_term) w
	 cross join lateral sojourn.grade_figures(s.id) f
	 where s.term_id = v_term and f.students > 0
	   and case p_state when 'missing' then f.missing > 0
	       when 'done' then f.missing = 0 else true end
	 order by f.missing desc, s.code;
end
$$;
