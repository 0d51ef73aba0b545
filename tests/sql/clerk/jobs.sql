-- The jobs of clerk: what each does, and what it leaves alone.
begin;
set search_path = sojourn, public;
set timezone = 'Asia/Seoul';
select plan(35);
-- What lies on the desks of the demo is none of this.
update letter_author set state = 'relieved', ended_at = asked_at where state = 'open';
update letter set state = 'cancelled' where state in ('requested', 'writing', 'review');
delete from job_run;
insert into job_run (job, due_at) values ('start', '2025-08-12 10:00+09');
update demo_clock set distance = '2025-08-14 10:00+09' - transaction_timestamp();

-- expire
create temporary table app as with n as (insert into application (term_id, university_id, student_no, door, state, name_native, birth_date, level, email, submitted_at)
	select t.id, u.id, 'T-' || g, 'web', case when g < 4 then 'unconfirmed' else 'submitted' end, 'X', '2001-01-01', 'BA', 'x@b.example', '2025-08-11 09:00+09'
	  from term t, university u, generate_series(1, 4) g where t.code = '2025-2' and u.code = 'CNU' returning id, student_no) select * from n;
insert into token (hash, kind, application_id, expires_at)
select sha256(convert_to(student_no || e.at, 'UTF8')), 'confirm', id, e.at::timestamptz
  from app join (values ('T-1', '2025-08-14 10:20+09'), ('T-2', '2025-08-14 10:20+09'), ('T-2', '2025-08-16 10:20+09'), ('T-4', '2025-08-14 10:20+09')) e(no, at) on e.no = student_no;
set session authorization sojourn_clerk;
select is((select string_agg(due_at::text, ' ') from clerk_api.due('2025-08-14 13:00+09') where job = 'expire' and due_at > '2025-08-14 10:00+09'),
    '2025-08-14 11:00:00+09', 'expire is due at the full hour after a link ran out');
select is((select count(*)::integer from clerk_api.step()), 1, 'clerk runs the oldest one');
reset session authorization;
select is(job_expire('2025-08-14 11:00+09') ->> 'applications', '1', 'one expired');
select is((select string_agg(a.state, ' ' order by a.student_no) from application a join app using (id)),
    'expired unconfirmed unconfirmed submitted', 'the last link counts, a confirmed application does not expire');
select is(job_expire('2025-08-14 11:00+09') ->> 'applications', '0', 'safe to repeat');
select is(job_expire('2025-08-15 09:00+09') ->> 'applications', '1', 'one that no link ever reached: after confirm_hours and a day');
select is((select act || ' ' || rule from audit where object_kind = 'application' and object_id = (select id from app where student_no = 'T-1') order by id desc limit 1),
    'expire R36', 'the audit says why');

-- publish
update application set state = 'approved', decided_at = '2025-08-14 10:00+09', published_at = '2025-08-14 18:00+09' where id = (select id from app where student_no = 'T-4');
select ok(exists (select from clerk_api.due('2025-08-14 18:00+09') where job = 'publish' and due_at = '2025-08-14 18:00+09'), 'R38: results of the web door at 18:00');
select ok(not exists (select from clerk_api.due('2025-08-14 17:59+09') where job = 'publish' and due_at > '2025-08-14 10:00+09'), 'not before');
select is(job_publish('2025-08-14 18:00+09') ->> 'applications', '1', 'noted');

-- birth-date passwords
update account set password_state = 'birthdate', password_hash = null, birthdate_until = '2025-08-14 12:30+09' where login = 'E252000015';
update account set password_state = 'birthdate', password_hash = null, birthdate_until = '2025-08-20 12:30+09' where login = 'E252000023';
select ok(exists (select from clerk_api.due('2025-08-14 13:00+09') where job = 'birthdate' and due_at = '2025-08-14 13:00+09'), 'S3: due');
select is(job_birthdate('2025-08-14 13:00+09') ->> 'accounts', '1', 'one dies');
select is((select string_agg(password_state, ' ' order by login) from account where login in ('E252000015', 'E252000023')), 'none birthdate', 'the other lives');

-- remind
delete from outbox;
select is(job_remind('2025-08-16 09:00+09'), '{"lists": 0, "grades": 0, "appeals": 0, "authors": 0, "letters": 0, "recommend": 0}', 'nobody is reminded on a Saturday');
select is(job_remind('2025-08-15 09:00+09'), '{"lists": 0, "grades": 0, "appeals": 0, "authors": 0, "letters": 0, "recommend": 0}', 'nor on a holiday');
update application set recommendation = 'recommended' where recommendation = 'none';
update application set recommendation = 'none', submitted_at = '2025-08-11 09:00+09' where id = (select id from app where student_no = 'T-4');
select is(recommend_due((select id from app where student_no = 'T-4')), '2025-08-19 18:00+09', 'five working days, a holiday among them');
update partner_list set letter_id = (select min(id) from official_letter) where letter_id is null;
select is(job_remind('2025-08-19 09:00+09') ->> 'recommend', '0', 'not yet due');
select is(job_remind('2025-08-20 09:00+09') ->> 'recommend', '1', 'overdue: one university');
select bag_eq($$select to_address, kind, params ->> 'n' from outbox$$,
    $$values ('exchange@cnu.example', 'recommend-asked', '1'), ('dean@cnu.example', 'recommend-asked', '1')$$, 'its recommenders are written to');
select is(job_remind('2025-08-27 09:00+09') ->> 'recommend', '0', 'not every day');
select is(job_remind('2025-09-01 09:00+09') ->> 'recommend', '1', 'but on the first working day of a week');
update account_role set role = 'coordinator' where role = 'recommender' and not exists (select from account_role o where o.account_id = account_role.account_id and o.role = 'coordinator');
delete from account_role where role = 'recommender';
delete from outbox;
select job_remind('2025-09-08 09:00+09');
select ok((select count(*) > 0 from outbox where kind = 'recommend-asked'), 'without recommenders: the coordinators');
delete from outbox;
update partner_list set letter_id = null where university_id = (select id from university where code = 'CNU');
select is(job_remind('2025-08-12 09:00+09') ->> 'letters', '0', 'a letter is not missed early');
select is(job_remind('2025-08-13 09:00+09') ->> 'letters', '1', 'two days before the deadline it is');
select ok((select count(*) > 0 from outbox where kind = 'letter-outstanding' and university_id is not null), 'the coordinator hears of it');

-- purge
insert into attempt (what, subject, at) values ('login', 'x', clock_timestamp() - interval '3 days'), ('login', 'y', clock_timestamp());
insert into session (token_hash, account_id, programs, created_at, expires_at) select sha256('old'), id, '{account}', clock_timestamp() - interval '40 days', clock_timestamp() - interval '39 days' from account where login = 'admin';
insert into session (token_hash, account_id, programs) select sha256('new'), id, '{account}' from account where login = 'admin';
insert into login_attempt (token_hash, purpose, created_at) values (sha256('o'), 'login', clock_timestamp() - interval '2 days');
insert into partner_list (university_id, term_id, uploaded_by, uploaded_at, file_name, file_sha256, state)
    select u.id, t.id, a.id, clock_timestamp() - d * interval '1 day', 'purge-' || s || d, sha256('x'), s
      from university u, term t, account a, (values ('preview', 8), ('preview', 6), ('discarded', 8), ('committed', 61)) v(s, d)
     where u.code = 'CNU' and t.code = '2025-2' and a.login = 'cnu';
insert into partner_list_row (list_id, row_no, cells, raw, verdict)
    select id, 1, '{}', '{}', 'error' from partner_list where file_name like 'purge-%';
insert into application (term_id, university_id, student_no, door, state, name_native, birth_date, level, email, submitted_at, email_confirmed_at)
    select t.id, u.id, 'P-' || x.n, 'web', x.state, 'X', '2001-01-01', 'BA', 'p@b.example', sojourn.now() - x.d * interval '1 day', case when x.n = 3 then sojourn.now() end
      from university u, term t, (values (1, 'expired', 61), (2, 'expired', 59), (3, 'expired', 61), (4, 'submitted', 61)) x(n, state, d)
     where u.code = 'CNU' and t.code = '2025-2';
insert into outbox (kind, lang, to_address, application_id) select 'confirm', 'ko', email, id from application where student_no like 'P-%';
create temporary table purged as select job_purge(sojourn.now()) as j;
select is((select j ->> 'attempts' from purged), '1', 'S25: old attempts');
select is((select j ->> 'sessions' from purged), '1', 'ended sessions');
select is((select j ->> 'logins' from purged), '1', 'logins that waited');
select is((select string_agg(l.file_name || ' ' || l.state, ', ' order by l.id) from partner_list l join partner_list_row r on r.list_id = l.id
    where l.file_name like 'purge-%'), 'purge-preview6 preview', 'S25: rows that came to nothing');
select is((select state from partner_list where file_name = 'purge-preview8'), 'discarded', 'and their preview is over');
select is((select string_agg(student_no, ',' order by student_no) from application where student_no like 'P-%'), 'P-2,P-3,P-4',
    'S25: what nobody ever confirmed is deleted after sixty days');
select is((select count(*)::integer from outbox o where o.to_address = 'p@b.example'), 3, 'with its mail');
select ok(exists (select from session where token_hash = sha256('new')), 'living sessions stay');
select is((select count(*)::integer from clerk_api.due('2025-12-29 09:00+09') where job = 'purge'), 1, 'one purge however long the pause');
set session authorization sojourn_clerk;
select throws_ok('select * from sojourn.application', '42501', null, 'clerk itself reads no table');
select * from finish();
rollback;
