-- sojourn.import_course(row): the course of a row, made or brought up to date.
-- A column that the file does not have leaves its value alone.
-- Returns: its id and whether anything changed
-- Tables: course (insert, update), major, school (by sojourn.import_major)
create or replace function sojourn.import_course(p_row jsonb, out id integer,
    out changed boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_old   course;
	v_major integer;
begin
	if coalesce(p_row ->> 'major', '') <> '' then
		v_major := sojourn.import_major(p_row, true);
	end if;
	select c.* into v_old from course c where c.code = p_row ->> 'code';
	insert into course as c (code, major_id, title_ko, title_en, title_ja)
	values (p_row ->> 'code', coalesce(v_major, v_old.major_id),
	    coalesce(nullif(p_row ->> 'title_ko', ''), v_old.title_ko),
	    coalesce(nullif(p_row ->> 'title_en', ''), v_old.title_en),
	    coalesce(p_row ->> 'title_ja', v_old.title_ja, ''))
	on conflict (code) do update
	   set major_id = excluded.major_id, title_ko = excluded.title_ko,
	       title_en = excluded.title_en, title_ja = excluded.title_ja
	 where (c.major_id, c.title_ko, c.title_en, c.title_ja) is distinct from
	     (excluded.major_id, excluded.title_ko, excluded.title_en,
	      excluded.title_ja)
	returning c.id into import_course.id;
	changed := found;
	id := coalesce(id, v_old.id);
end
$$;
