-- sojourn.import_major(row, make): the major that a row of an import means.
-- Parameters: p_row   major: code or a name; major_name, school, school_name:
--                     for one that is not there yet
--             p_make  make what is missing, when the row names it
-- Returns: its id; 0 when it would be made; null when the row does not say
--          enough to make it
-- Tables: school, major (read, insert)
create or replace function sojourn.import_major(p_row jsonb, p_make boolean)
returns integer
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_school integer;
	v_id     integer;
	v_code   text := upper(p_row ->> 'major');
begin
	select m.id into v_id from major m
	 where m.code = v_code
	    or p_row ->> 'major' in (m.name_ko, m.name_en, m.name_ja)
	 order by m.code = v_code desc limit 1;
	if v_id is not null or coalesce(p_row ->> 'major_name', '') = ''
	    or v_code !~ '^[A-Z][A-Z0-9]{1,11}$' then
		return v_id;
	end if;
	select s.id into v_school from school s
	 where s.code = upper(p_row ->> 'school')
	    or p_row ->> 'school' in (s.name_ko, s.name_en, s.name_ja)
	 order by s.code = upper(p_row ->> 'school') desc limit 1;
	if v_school is null and (coalesce(p_row ->> 'school_name', '') = ''
	    or upper(p_row ->> 'school') !~ '^[A-Z][A-Z0-9]{1,11}$') then
		return null;
	elsif not p_make then
		return 0;
	end if;
	if v_school is null then
		insert into school (code, name_ko, name_en, name_ja)
		select upper(p_row ->> 'school'), n, n, n
		  from (select p_row ->> 'school_name' as n) q
		returning id into v_school;
	end if;
	insert into major (school_id, code, name_ko, name_en, name_ja)
	select v_school, v_code, n, n, n
	  from (select p_row ->> 'major_name' as n) q
	returning id into v_id;
	return v_id;
end
$$;
