-- teach_api.judged(section, rows): one word for all that a preview shows; another
-- one when anything of it is different.
-- Tables: by sojourn.grade_judge
create or replace function teach_api.judged(p_section integer, p_rows jsonb)
returns text
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select md5(coalesce(string_agg(concat_ws('|', j.row_no, j.student,
	    j.verdict, j.why, j.known, j.now, j.version), E'\n'
	    order by j.row_no), ''))
	  from sojourn.grade_judge(p_section, p_rows) j
$$;
