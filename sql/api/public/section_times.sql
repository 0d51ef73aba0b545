-- public_api.section_times(term, code): when a section meets.
-- Tables: section, section_time (read)
create or replace function public_api.section_times(p_term text, p_code text)
returns table (day integer, starts text, ends text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return query
	select t.day, to_char(t.starts, 'HH24:MI'), to_char(t.ends, 'HH24:MI')
	  from section s join section_time t on t.section_id = s.id
	 where s.term_id = sojourn.term_current(p_term) and s.code = p_code
	 order by t.day, t.starts;
end
$$;
