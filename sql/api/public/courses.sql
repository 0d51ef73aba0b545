-- public_api.courses(lang, term, school, major, q, open): the catalogue.
-- Parameters: '' = all; p_q is looked for in code, titles and instructors;
--             p_open '1' = only what exchange students may take (R17)
-- Returns: a row per section with seats as they are now and times as text;
--          agreed: seats of universities among them (R2), null = none
-- Tables: section, course, major, school, section_seat, section_time,
--         section_quota (read)
create or replace function public_api.courses(p_lang text, p_term text,
    p_school text, p_major text, p_q text, p_open text)
returns table (code text, name text, major text, credits integer,
    instructor text, room text, taught_in text, capacity integer,
    taken integer, free integer, state text, open boolean, times text,
    agreed bigint)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current(p_term);
	v_q text := '%' || replace(replace(replace(coalesce(p_q, ''),
	    '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
	return query
	select s.code,
	       case p_lang when 'ko' then c.title_ko
		    when 'ja' then coalesce(nullif(c.title_ja, ''), c.title_en)
		    else c.title_en end,
	       case p_lang when 'ko' then m.name_ko when 'ja' then m.name_ja
		    else m.name_en end,
	       s.credits,
	       case p_lang when 'ko' then s.instructor_ko
		    else s.instructor_en end,
	       s.room, s.language::text, e.capacity::integer, e.taken::integer,
	       e.capacity - e.taken - e.held, s.state, s.open_to_exchange,
	       coalesce(sojourn.times_text(s.id, p_lang), ''),
	       case when e.quotas then (select sum(q.seats) from section_quota q
		   where q.section_id = s.id) end
	  from section s
	  join course c on c.id = s.course_id
	  join major m on m.id = c.major_id
	  join school h on h.id = m.school_id
	  join section_seat e on e.section_id = s.id
	 where s.term_id = v_term
	   and (p_school = '' or h.code = p_school)
	   and (p_major = '' or m.code = p_major)
	   and (coalesce(p_open, '') = '' or s.open_to_exchange)
	   and (p_q = '' or s.code ilike v_q
		or (c.title_ko || ' ' || c.title_en || ' ' || c.code) ilike v_q
		or c.title_ja ilike v_q
		or s.instructor_ko ilike v_q or s.instructor_en ilike v_q)
	 order by s.code
	 limit 1000;
end
$$;
