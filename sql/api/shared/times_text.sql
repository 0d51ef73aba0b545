-- sojourn.times_text(section, lang): "월 09:00–10:30, 수 09:00–10:30".
-- Returns: null for a section without times
-- Tables: section_time (read)
create or replace function sojourn.times_text(p_section integer, p_lang text)
returns text
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	return (select string_agg((case p_lang
	    when 'ko' then array['월', '화', '수', '목', '금', '토', '일']
	    when 'ja' then array['月', '火', '水', '木', '金', '土', '日']
	    else array['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] end)[t.day]
	    || ' ' || to_char(t.starts, 'HH24:MI') || '–'
	    || to_char(t.ends, 'HH24:MI'), ', ' order by t.day, t.starts)
	  from section_time t
	 where t.section_id = p_section);
end
$$;
