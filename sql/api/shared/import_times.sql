-- sojourn.import_times(section): the times of a section as an import writes
-- them, to compare: [{"day": 1, "ends": "10:30", "starts": "09:00"}] in order.
-- Tables: section_time (read)
create or replace function sojourn.import_times(p_section integer) returns jsonb
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select coalesce(jsonb_agg(jsonb_build_object('day', t.day,
		'starts', to_char(t.starts, 'HH24:MI'),
		'ends', to_char(t.ends, 'HH24:MI'))
		order by t.day, t.starts), '[]')
	  from section_time t where t.section_id = p_section
$$;
