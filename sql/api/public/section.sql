-- public_api.section(lang, term, code): one section; no row when unknown.
-- Returns: later: seats that came free and open within delay minutes, when is
--          told to nobody
-- Tables: section, course, major, school, section_seat, seat_hold, term (read)
create or replace function public_api.section(p_lang text, p_term text,
    p_code text)
returns table (code text, name text, name_other text, term text, school text,
    major text, kind text, grading text, credits integer, instructor text,
    room text, taught_in text, syllabus text, state text, state_reason text,
    open boolean, capacity integer, taken integer, free integer,
    later bigint, delay integer)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select s.code,
	       case p_lang when 'ko' then c.title_ko
		    when 'ja' then coalesce(nullif(c.title_ja, ''), c.title_en)
		    else c.title_en end,
	       case p_lang when 'ko' then c.title_en else c.title_ko end,
	       t.code,
	       case p_lang when 'ko' then h.name_ko when 'ja' then h.name_ja
		    else h.name_en end,
	       case p_lang when 'ko' then m.name_ko when 'ja' then m.name_ja
		    else m.name_en end,
	       s.kind, s.grading, s.credits,
	       case p_lang when 'ko' then s.instructor_ko
		    else s.instructor_en end,
	       s.room, s.language::text, s.syllabus, s.state, s.state_reason,
	       s.open_to_exchange, e.capacity::integer, e.taken::integer,
	       e.capacity - e.taken - e.held,
	       (select sum(o.seats) from seat_hold o where o.section_id = s.id),
	       e.delay::integer
	  from section s
	  join term t on t.id = s.term_id
	  join course c on c.id = s.course_id
	  join major m on m.id = c.major_id
	  join school h on h.id = m.school_id
	  join section_seat e on e.section_id = s.id
	 where s.term_id = sojourn.term_current(p_term) and s.code = p_code;
end
$$;
