-- sojourn.degree_fields(): the lines of a degree student's record that staff see and
-- may correct by hand, in the order of the page.
create or replace function sojourn.degree_fields() returns text[]
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select array['level', 'department_ko', 'department_en', 'department_ja',
	    'admitted_on', 'status', 'status_since', 'expected_on',
	    'completed_on', 'degree_ko', 'degree_en', 'degree_ja', 'degree_no',
	    'degree_on', 'thesis', 'terminated_on']
$$;
