-- staff_api.courses(...): courses with their major and the number of sections
-- in a term.
-- Parameters: p_q  part of a code or a title; p_school  code or ''; 100 a page
-- Tables: course, major, school, section (read)
create or replace function staff_api.courses(p_session bytea, p_right text,
    p_term text, p_school text, p_q text, p_page integer, p_lang text)
returns table (total bigint, code text, title_ko text, title_en text,
    title_ja text, major text, major_name text, school_name text,
    sections bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select count(*) over (), c.code, c.title_ko, c.title_en, c.title_ja,
	       m.code, sojourn.pick(p_lang, m.name_ko, m.name_en, m.name_ja),
	       sojourn.pick(p_lang, h.name_ko, h.name_en, h.name_ja),
	       (select count(*) from section s where s.course_id = c.id
		   and s.term_id = sojourn.term_current(p_term))
	  from course c
	  join major m on m.id = c.major_id
	  join school h on h.id = m.school_id
	 where (coalesce(p_school, '') = '' or h.code = p_school)
	   and (coalesce(p_q, '') = '' or strpos(lower(concat_ws(' ', c.code,
		c.title_ko, c.title_en, c.title_ja)), lower(p_q)) > 0)
	 order by c.code
	 limit 100 offset (greatest(coalesce(p_page, 1), 1) - 1) * 100;
end
$$;
