-- cli_api.import as sojourn_cli: outcomes per row, rows wholly or not at all,
-- a dry run that leaves nothing.
begin;
set search_path = public;
select plan(14);
create function pg_temp.run(p_what text, p_term text, p_rows jsonb,
    p_dry boolean default false) returns text language sql as $$
	select string_agg(concat_ws(' ', row_no, outcome, nullif(field, ''),
	    nullif(why, ''), nullif(value, '')), ', ')
	  from cli_api.import(p_what, p_term, p_rows, p_dry)
$$;
create function pg_temp.course(p_row integer, p_more jsonb) returns jsonb
language sql as $$
	select jsonb_build_object('row', p_row, 'code', 'ZZZ1000', 'class', '01',
	    'title_ko', '가', 'title_en', 'A', 'major', 'BIO', 'capacity', '5')
	    || p_more
$$;
set session authorization sojourn_cli;
select is(pg_temp.run('courses', '2025-2', jsonb_build_array(pg_temp.course(2, '{}')), true),
    '2 new', 'dry');
select is(pg_temp.run('courses', '2025-2', jsonb_build_array(pg_temp.course(2, '{}'))), '2 new', 'new');
select is(pg_temp.run('courses', '2025-2', jsonb_build_array(pg_temp.course(2, '{}'))), '2 same', 'again');
select is(pg_temp.run('courses', '2025-2', jsonb_build_array(pg_temp.course(2, '{"capacity": "6"}'),
    pg_temp.course(3, '{"code": "ZZZ1001", "major": "Botany"}'),
    pg_temp.course(4, '{"code": "ZZZ1002", "major": "BOT", "major_name": "식물학", "school": "BIO"}'))),
    '2 changed, 3 error major unknown Botany, 4 new', 'a bad row between good ones');
select is(pg_temp.run('courses', '2025-2', jsonb_build_array(pg_temp.course(5,
    '{"code": "ZZZ1003", "instructor_login": "cnu"}'))),
    '5 error instructor_login unknown cnu', 'a partner teaches nothing');
select is(pg_temp.run('courses', '2040-1', '[{"row": 2, "code": "BIO5012"}]'), 'term', 'no such term');
select is(pg_temp.run('people', '2025-2', '[{"row": 2, "login": "a.b", "name": "A", "email": "a@ust.example",
    "roles": "instructor", "sections": "ZZZ1000-01"}]'), '2 new', 'an instructor');
select is(pg_temp.run('people', '2025-2', '[{"row": 2, "login": "a.b", "roles": "academic"}]'),
    '2 changed', 'roles become those of the row');
select is(pg_temp.run('people', '2025-2', '[{"row": 2, "login": "E252000015", "name": "X"}]'),
    '2 error login student E252000015', 'a student is no row of this file');
select is(pg_temp.run('calendar', '2040-1', '[
    {"row": 2, "kind": "APPLY", "opens_at": "2040-01-01", "closes_at": "2040-02-01"},
    {"row": 3, "kind": "CLASSES", "opens_at": "2040-03-01", "closes_at": "2040-06-01"}]'),
    '3 new, 2 new', 'the row CLASSES makes the term, wherever it stands');
reset session authorization;
select is((select count(*)::integer from sojourn.course where code like 'ZZZ%'), 2,
    'rows with errors left nothing');
select is((select string_agg(r.role, ',') from sojourn.account_role r
    join sojourn.account a on a.id = r.account_id where a.login = 'a.b'), 'academic', 'exactly these roles');
select is((select m.code || ' ' || m.name_en from sojourn.major m where m.name_ko = '식물학'),
    'BOT 식물학', 'a new major of a school that is there');
select ok((select count(*) > 0 from sojourn.audit where act = 'import-courses' and outcome = 'done'),
    'the audit knows');
select * from finish();
rollback;
