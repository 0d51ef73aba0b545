-- sojourn.section_line(section, state, credits): a section of somebody's own as
-- one line, for programs that lay out a week.
-- Parameters: p_state of the enrolment, '' = none; p_credits of it, null = those
--             of the section
-- Returns: code, state, credits, room and times between tabs; the times in
--          order, each "day first last" with minutes of the day, joined by ';'
-- Tables: section, section_time (read)
create or replace function sojourn.section_line(p_section integer,
    p_state text, p_credits integer) returns text
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return (select concat_ws(E'\t', s.code, p_state,
	    coalesce(p_credits, s.credits), translate(s.room, E'\t\n', '  '), (
		select string_agg(concat_ws(' ', t.day,
			lower(t.slot) - (t.day - 1) * 1440,
			upper(t.slot) - (t.day - 1) * 1440), ';'
			order by t.slot)
		  from section_time t where t.section_id = s.id))
	  from section s where s.id = p_section);
end
$$;
