-- public_api.choices(lang, term): schools and majors that offer something.
-- Returns: kind 'school' or 'major' or 'term', code, name, and the school of a
--          major
-- Tables: school, major, course, section, term (read)
create or replace function public_api.choices(p_lang text, p_term text)
returns table (kind text, code text, name text, school text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current(p_term);
begin
	return query
	select 'term', t.code, t.code, '' from term t
	 where t.id > 0
	   and exists (select from section s where s.term_id = t.id)
	union all
	select 'school', s.code, case p_lang when 'ko' then s.name_ko
	       when 'ja' then s.name_ja else s.name_en end, s.code
	  from school s
	 where exists (select from major m join course c on c.major_id = m.id
		join section x on x.course_id = c.id
		where m.school_id = s.id and x.term_id = v_term)
	union all
	select 'major', m.code, case p_lang when 'ko' then m.name_ko
	       when 'ja' then m.name_ja else m.name_en end, s.code
	  from major m join school s on s.id = m.school_id
	 where exists (select from course c join section x on x.course_id = c.id
		where c.major_id = m.id and x.term_id = v_term)
	 order by 1 desc, 3;
end
$$;
