-- staff_api.schools(lang): the choices of the filters of sections and courses.
-- Returns: kind school or major, code, name
-- Tables: school, major (read)
create or replace function staff_api.schools(p_session bytea, p_right text,
    p_lang text)
returns table (kind text, code text, name text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select 'school', s.code, sojourn.pick(p_lang, s.name_ko, s.name_en,
	       s.name_ja) from school s
	union all
	select 'major', m.code, sojourn.pick(p_lang, m.name_ko, m.name_en,
	       m.name_ja) from major m
	 order by 1 desc, 3;
end
$$;
