-- register_api.choices(session, right, lang, school, major): schools and majors that offer
-- something in the term, for the filters (R30).
-- Returns: kind 'school' or 'major', code, name, whether it is the chosen one
-- Tables: school, major, course, section (read)
create or replace function register_api.choices(p_session bytea, p_right text,
    p_lang text, p_school text, p_major text)
returns table (kind text, code text, name text, selected boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_register();
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	with m as materialized (
		select distinct m.id, m.school_id, m.code,
		       case p_lang when 'ko' then m.name_ko
			   when 'ja' then m.name_ja else m.name_en end as name
		  from major m join course c on c.major_id = m.id
		  join section s on s.course_id = c.id and s.term_id = v_term)
	select 'school', h.code, case p_lang when 'ko' then h.name_ko
	       when 'ja' then h.name_ja else h.name_en end, h.code = p_school
	  from school h where h.id in (select m.school_id from m)
	union all
	select 'major', m.code, m.name, m.code = p_major from m
	 order by 1 desc, 3;
end
$$;
