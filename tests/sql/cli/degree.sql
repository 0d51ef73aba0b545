-- R109: own degree students from a file, a report per row and problem.
begin;
set search_path = public;
select plan(25);
create function pg_temp.run(p_row jsonb, p_dry boolean default false) returns text language sql as $$
	select string_agg(concat_ws(' ', outcome, nullif(field, ''), nullif(why, ''), nullif(value, '')), ', ')
	  from cli_api.import('people', '2025-2', jsonb_build_array(jsonb_build_object('row', 2) || p_row), p_dry)
$$;
create function pg_temp.person(p_more jsonb default '{}') returns jsonb language sql as $$
	select jsonb_build_object('record', 'student', 'student_no', '20249001', 'name', '한결', 'birth_date',
	    '1999-01-02', 'email', 'gyeol@ust.example', 'level', 'MA', 'department_ko', '물리학', 'admitted_on',
	    '2024-03-02', 'status', 'enrolled', 'status_since', '2024-03-02') || p_more
$$;
set session authorization sojourn_cli;
select is(pg_temp.run('{"record": "student", "student_no": "20249001"}'), 'error name missing, error birth_date missing, '
    'error level missing, error department_ko missing, error admitted_on missing, error status missing, '
    'error status_since missing', 'all that is missing at once');
select is(pg_temp.run(pg_temp.person(), true), 'new', 'dry');
select is(pg_temp.run(pg_temp.person()), 'new', 'new');
select is(pg_temp.run(pg_temp.person()), 'same', 'again');
select is(pg_temp.run('{"record": "student", "student_no": "20249001", "name": "", "expected_on": "2026-02-20"}'),
    'changed', 'one column; an empty cell says nothing');
select is(pg_temp.run('{"record": "student", "student_no": "20249001", "expected_on": "-", "department_en": "-"}'),
    'changed', 'a hyphen empties what may be empty');
select is(pg_temp.run('{"record": "student", "student_no": "20249001", "expected_on": "-"}'), 'same', 'once');
select is(pg_temp.run('{"record": "student", "student_no": "20249001", "status": "completed", "completed_on": "-"}'),
    'error completed_on missing', 'not what the status stands on');
select is(pg_temp.run(pg_temp.person('{"birth_date": "1999-01-03"}')), 'error birth_date moved 1999-01-02',
    'a number is not another person''s');
select is(pg_temp.run(pg_temp.person('{"status": "graduated"}')), 'error degree_ko missing, error degree_no missing, '
    'error degree_on missing', 'a degree has its facts');
select is(pg_temp.run(pg_temp.person('{"student_no": "E252000015"}')), 'error student_no invalid E252000015',
    'no number that looks like a temporary ID');
select is(pg_temp.run('{"record": "leave", "student_no": "20249001", "from_on": "2025-03-01", "till_on": "2025-08-31"}'),
    'new', 'a leave');
select is(pg_temp.run('{"record": "leave", "student_no": "20249001", "from_on": "2025-08-01", "till_on": "2025-09-01"}'),
    'error from_on overlaps 2025-03-01 – 2025-08-31', 'leaves do not overlap');
select is(pg_temp.run('{"record": "leave", "student_no": "20249001", "from_on": "2026-08-01", "till_on": "2026-07-01"}'),
    'error till_on invalid 2026-07-01', 'nor end before they begin');
select is(pg_temp.run('{"record": "leave", "student_no": "20249001", "from_on": "2025-03-01", "remove": "true"}'),
    'changed', 'taken away');
select is(pg_temp.run('{"record": "course", "student_no": "20249001", "term": "2024-1", "code": "PHY5001", "title_ko": "양자", '
    '"credits": "3", "grade": "A+", "percent": "97"}'), 'new', 'a course');
select is(pg_temp.run('{"record": "course", "student_no": "20249001", "term": "2024-3", "code": "phy", "title_ko": "양자", '
    '"credits": "3", "grade": "A", "percent": "101"}'), 'error term invalid 2024-3, error code invalid phy, '
    'error grade unknown A, error percent invalid 101', 'what a course cannot be');
select is(pg_temp.run('{"record": "tuition", "student_no": "20249001", "term": "2024-1", "amount": "4210000", '
    '"paid_on": "2024-02-21"}'), 'new', 'a payment');
select is(pg_temp.run('{"record": "tuition", "student_no": "20249009", "term": "2024-1", "amount": "1", '
    '"paid_on": "2024-02-21"}'), 'error student_no unknown 20249009', 'of somebody unknown');
select is(pg_temp.run('{"name": "x"}'), 'error login missing, error email missing, error roles missing',
    'an account has its login');
reset session authorization;
set search_path = sojourn, public;
select is((select expected_on from degree_record where student_no = '20249001'), null, 'the day is gone');
select is((select a.login || ' ' || a.kind || ' ' || r.role || ' ' || a.password_state from account a
    join account_role r on r.account_id = a.id where a.email = 'gyeol@ust.example'), '20249001 student degree none',
    'an account without a password');
select is((select count(*)::integer from outbox where kind = 'account-invitation' and to_address = 'gyeol@ust.example'), 1,
    'one mail with a link');
set session authorization sojourn_cli;
select is(pg_temp.run(pg_temp.person('{"email": "thief@evil.example"}')), 'same', 'S1: no address by a file');
select is(pg_temp.run(pg_temp.person('{"student_no": "20269002", "previous_no": "20249001", "level": "PHD"}')), 'new',
    'a second place of study of the same person');
reset session authorization;
select * from finish();
rollback;
