-- R55, C28, R18, R45: the lists of registrations, who has to acknowledge them,
-- and who is warned before a window closes.
begin;
\ir ../registration.psql
select plan(46);
delete from sojourn.outbox;
select reg.student(n) from generate_series(1, 5) n;
select reg.section(n, 30) from generate_series(1, 5) n;
insert into sojourn.account (login, kind, university_id, name, email) values
    ('treg', 'partner', reg.u(), 'Park', 'office@treg.example');
insert into sojourn.account_role (account_id, role) select id, 'coordinator' from sojourn.account where login = 'treg';
insert into sojourn.university (code, name_ko, name_en, name_ja, verification_stage, coordinator_email)
values ('TAFT', '뒤대학교', 'After University', 'アフター大学', 'after_registration', 'dean@taft.example');
insert into sojourn.account (login, kind, university_id, name, email) select 'taft.dean', 'partner', id, 'Dean', 'dean2@taft.example'
  from sojourn.university where code = 'TAFT';
insert into sojourn.account_role (account_id, role) select id, 'recommender' from sojourn.account where login = 'taft.dean';
-- Student 5 studies at the other university.
update sojourn.application set university_id = (select id from sojourn.university where code = 'TAFT'), recommendation = 'none'
 where person_id = reg.person(5);
update sojourn.registration_right set university_id = (select id from sojourn.university where code = 'TAFT') where person_id = reg.person(5);
create function reg.list(p_version integer, p_u text default 'TREG') returns bigint language sql stable security definer
as $$ select l.id from sojourn.final_list l join sojourn.university u on u.id = l.university_id
    where u.code = p_u and l.term_id = reg.term() and l.version = p_version $$;
create function reg.rows(p_version integer) returns text language sql stable security definer
as $$ select string_agg(r.student_no || ' ' || coalesce(right(s.code, 5), '-') || ' ' || r.state || ' ' || r.mark, ', ' order by r.n)
    from sojourn.final_list_row r left join sojourn.section s on s.id = r.section_id where r.list_id = reg.list(p_version) $$;
grant execute on all functions in schema reg to public;

-- R18: who has not registered, or too little.
update sojourn.registration_right set min_credits = 4 where person_id = reg.person(2);
update sojourn.account set logged_in_at = sojourn.now() where person_id = reg.person(3);
update sojourn.application set issued_at = sojourn.now() - interval '1 day' where term_id = reg.term();
set session authorization sojourn_register;
select reg.enrol(1, reg.code(1), reg.code(2));
select reg.enrol(2, reg.code(1));
select reg.enrol(5, reg.code(3));
reset session authorization;
select is((select string_agg(a.student_no || ' ' || m.why || m.credits, ', ' order by a.student_no)
    from sojourn.missing(reg.term()) m join sojourn.application a on a.id = m.application_id),
    'T2 below3, T3 none0, T4 login0', 'never logged in, logged in and nothing, below the least');
select is((select due_at from sojourn.job_due('2031-08-18 09:00+09', '2031-08-25 00:00+09') where job = 'warn'), '2031-08-19 18:00+09',
    'C25: 48 hours before the end of REGISTER');
select reg.at('2031-08-19 18:00+09');
select is(sojourn.job_warn('2031-08-19 18:00+09'), '{"students": 3}', 'three are warned');
select is(sojourn.job_warn('2031-08-19 18:00+09'), '{"students": 0}', 'once');
select is((select string_agg(to_address || ' ' || (params ->> 'why'), ', ' order by to_address) from sojourn.outbox where kind = 'register-warning'),
    's2@treg.example below, s3@treg.example none, s4@treg.example login', 'a mail to each');
select is((select to_address || ' ' || (params ->> 'n') || (params ->> 'login') || (params ->> 'none') || (params ->> 'below') || ' ' || (params ->> 'until')
    from sojourn.outbox where kind = 'register-missing'), 'office@treg.example 3111 2031-08-21T18:00:00+09:00', 'one to the university, with the numbers');
select is((select count(*)::integer from sojourn.audit where act = 'warn' and detail ->> 'window' = 'REGISTER'), 3, 'and a line of the audit');
select reg.at('2031-09-05 18:00+09');
select is(sojourn.job_warn('2031-09-05 18:00+09'), '{"students": 3}', 'once more before CHANGE ends');
select is(sojourn.job_warn('2031-09-10 18:00+09'), '{"students": 0}', 'not when nothing is open');

-- The list at the end of REGISTER.
delete from sojourn.outbox;
select reg.at('2031-08-21 18:00+09');
select bag_eq($$ select due_at from sojourn.job_due('2031-08-18 09:00+09', '2031-10-01 00:00+09') where job = 'lists' and extract(isodow from due_at at time zone 'Asia/Seoul') <> 1 $$,
    $$ values ('2031-08-21 18:00+09'::timestamptz), ('2031-09-07 18:00+09'), ('2031-09-30 18:00+09') $$, 'R55: at the end of each window');
select is(sojourn.job_lists('2031-08-21 18:00+09'), '{"lists": 2}', 'a list for each university');
select is(reg.rows(1), 'T1 01-01 enrolled same, T1 02-01 enrolled same, T2 01-01 enrolled same, T3 - none same, T4 - none same',
    'every registration, and who has none');
select is((select (stage, students, registrations, credits, added, removed, changed, recommend)::text from sojourn.final_list where id = reg.list(1)),
    '(interim,4,3,9,0,0,0,f)', 'C28: not the final one; its numbers');
select is((select due_at from sojourn.final_list where id = reg.list(1)), '2031-08-28 18:00+09', 'C32: five working days');
select is((select recommend from sojourn.final_list where id = reg.list(1, 'TAFT')), true, 'R45: recommends by this list');
select is((select string_agg(to_address || coalesce(params ->> 'recommend', ''), ' ' order by to_address) from sojourn.outbox where kind = 'list-made'),
    'dean2@taft.example1 dean@taft.example1 office@treg.example', 'R45: there the recommenders are told too');
select is(sojourn.job_lists('2031-08-25 08:00+09'), '{"lists": 0}', 'nothing is different: nothing is made');

-- What changed since.
select reg.at('2031-09-02 10:00+09');
set session authorization sojourn_register;
select reg.cancel(1, reg.code(2));
select reg.enrol(3, reg.code(4));
select reg.swap(2, reg.code(1), reg.code(5));
reset session authorization;
select sojourn.section_close(null, reg.id(4), 'too few', '2031-09-06 12:00+09');
update sojourn.enrolment set credit_granted = false where person_id = reg.person(1) and section_id = reg.id(1);
update sojourn.application set student_no = 'T4b' where person_id = reg.person(4);
select reg.at('2031-09-07 18:00+09');
select is(sojourn.job_lists('2031-09-07 18:00+09'), '{"lists": 2}', 'the final one for all, also where nothing changed');
select is(reg.rows(2), 'T1 01-01 enrolled changed, T1 02-01 cancelled removed, T2 01-01 cancelled removed, T2 05-01 enrolled added, T3 - none same, T4b - none changed',
    'added, removed, changed, per student and course');
select is((select string_agg(was::text, ' ' order by n) from sojourn.final_list_row where list_id = reg.list(2) and mark = 'changed'),
    '{"credit_granted": true} {"student_no": "T4"}', 'and what was said before');
select is((select (stage, added, removed, changed)::text from sojourn.final_list where id = reg.list(2)), '(final,1,2,2)', 'with its numbers');
select is((select (stage, added, removed, changed)::text from sojourn.final_list where id = reg.list(2, 'TAFT')), '(final,0,0,0)', 'the other: nothing');
select is((select params ->> 'added' || (params ->> 'removed') || (params ->> 'changed') || (params ->> 'before') || (params ->> 'final')
    from sojourn.outbox where kind = 'list-made' and to_address = 'office@treg.example' order by id desc limit 1), '12211', 'the mail says so');
set session authorization sojourn_cli;
select is_empty('select * from cli_api.doctor_final_lists()', 'doctor finds nothing');
reset session authorization;

-- A section that is closed after the final list.
select reg.at('2031-09-10 10:00+09');
select sojourn.section_close(null, reg.id(5), 'ill', null);
select is(sojourn.job_lists('2031-09-15 18:00+09'), '{"lists": 1}', 'a later version for those whose list is different');
select is(reg.rows(3), 'T1 01-01 enrolled same, T2 05-01 closed_by_host removed, T2 - none same, T3 - none same, T4b - none same',
    'R32: removed because the host closed it');

-- The partner's own view.
insert into sojourn.session (token_hash, account_id, programs) select sha256('treg'), id, '{partner}' from sojourn.account where login = 'treg';
insert into sojourn.session (token_hash, account_id, programs) select sha256('taft'), id, '{partner}' from sojourn.account where login = 'taft.dean';
set session authorization sojourn_partner;
select is((select string_agg(version || stage || newest, ' ' order by version) from partner_api.lists(sha256('treg'), 'partner.lists', '2031-2')),
    '1interimfalse 2finalfalse 3finaltrue', 'every version is kept');
select is((select count(*)::integer from partner_api.list_rows(sha256('treg'), 'partner.lists', '2031-2', reg.list(2), '', 1, 'en')), 6, 'with its rows');
select is((select count(*)::integer from partner_api.list_rows(sha256('treg'), 'partner.lists', '2031-2', reg.list(2), 'changes', 1, 'en')), 5, 'or what is different');
select is((select max(version) from partner_api.list_rows(sha256('treg'), 'partner.lists', '2031-2', null, '', 1, 'en')), 3, 'the newest without a number');
select is_empty($$ select from partner_api.list_rows(sha256('taft'), 'partner.lists', '2031-2', reg.list(2), '', 1, 'en') $$, 'S11: not another university''s');
select is((select count(*)::integer from partner_api.list_rows(sha256('treg'), 'partner.lists', '2031-2', reg.list(3), '', 0, 'en')), 5, 'as a file');
select is((select (outcome, rule)::text from partner_api.list_acknowledge(sha256('taft'), 'partner.lists', 'request-ack-1', reg.list(3))), '(gone,R55)', 'S11: nor acknowledge it');
select is((select outcome from partner_api.list_acknowledge(sha256('treg'), 'partner.lists', 'request-ack-2', reg.list(2))), 'changed', 'not an old version');
select is((select outcome from partner_api.list_acknowledge(sha256('treg'), 'partner.lists', 'request-ack-3', reg.list(3))), 'done', 'the newest');
select is((select outcome from partner_api.list_acknowledge(sha256('treg'), 'partner.lists', 'request-ack-3', reg.list(3))), 'already', 'the same request');
select is((select outcome from partner_api.list_acknowledge(sha256('treg'), 'partner.lists', 'request-ack-4', reg.list(3))), 'already', 'or another');
select is((select string_agg(why, ' ' order by student_no) from partner_api.missing(sha256('treg'), 'partner.students', '2031-2', '')), 'login none login', 'its students without registrations');
select is((select (rights, enough, n_login, n_none, n_below)::text from partner_api.missing_counts(sha256('treg'), 'partner.students', '2031-2')), '(4,1,2,1,0)', 'and their numbers');
select is((select string_agg(kind || n, ' ' order by kind) from partner_api.index(sha256('taft'), 'partner', '2031-2') where kind in ('acknowledge', 'missing')),
    'acknowledge1 missing0', 'on the first page');
reset session authorization;
select is((select count(*)::integer from sojourn.audit where act = 'download' and object_kind = 'final_list'), 1, 'S25: the file was noted');

-- Reminders: on the working day before, on the first after, then once a week.
delete from sojourn.outbox;
select is((select string_agg(remind_lists::text, ' ' order by d) from (select d, sojourn.remind_lists(d, extract(isodow from d at time zone 'Asia/Seoul') = 1)
    from (values ('2031-09-10 09:00+09'::timestamptz), ('2031-09-11 09:00+09'), ('2031-09-12 09:00+09'), ('2031-09-15 09:00+09'),
	('2031-09-16 09:00+09'), ('2031-09-22 09:00+09')) v(d) order by d) x),
    (select string_agg(n, ' ') from (values ('0'), ('1'), ('0'), ('1'), ('0'), ('1')) v(n)), 'due 12 September 18:00: on the 11th, the 15th, and each Monday');
select is((select count(*)::integer from sojourn.outbox where kind = 'list-reminder' and to_address = 'dean@taft.example'), 3, 'not who has acknowledged');
select is((select count(*)::integer from sojourn.outbox where kind = 'list-reminder' and params ? 'overdue'), 2, 'overdue is said');

-- Staff.
insert into sojourn.account (login, kind, name, email) values ('reg.staff', 'staff', 'Staff', 'x@host.example');
insert into sojourn.account_role (account_id, role) select id, 'academic' from sojourn.account where login = 'reg.staff';
insert into sojourn.session (token_hash, account_id, programs) select sha256('staff'), id, '{staff}' from sojourn.account where login = 'reg.staff';
set session authorization sojourn_staff;
select is((select string_agg(university || coalesce(version::text, '') || ' ' || (acknowledged_at is not null) || late || n_login || n_none || n_below, ', ' order by university)
    from staff_api.lists(sha256('staff'), 'staff.onbehalf', '2031-2', '', '', 1, 'en', '')), 'TAFT2 falsefalse000, TREG3 truefalse210', 'who has not acknowledged');
select is((select string_agg(outcome, ' ' order by n) from (values (1, ''), (2, 'A-1')) v(n, no) cross join lateral
    staff_api.onbehalf_acknowledge(sha256('staff'), 'staff.onbehalf', 'request-paper-' || v.n, 'TAFT', '2031-2', reg.list(2, 'TAFT'), v.no, '2031-09-09', null, null, null)),
    'invalid done', 'on paper, with its letter');
reset session authorization;

select * from finish();
rollback;
