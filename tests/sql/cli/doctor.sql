-- Every check of doctor finds what is planted for it, and nothing in the demo.
begin;
\ir doctor.psql

-- Who runs each topic in earnest finds nothing: the demo is sound.
set session authorization sojourn_cli;
select is_empty('select * from ' || p.oid::regprocedure, p.proname || ': the demo is sound')
  from pg_proc p
 where p.pronamespace = 'cli_api'::regnamespace and p.proname like 'doctor\_%'
   and p.proname not in ('doctor_demo', 'doctor_jobs');
reset session authorization;

select pg_temp.found(p.topic, p.violation, p.plant) from (values
	(1, 'seats', 'seats-missing', $p$delete from section_seat where section_id = pg_temp.section('BIO5012-01')$p$),
	(2, 'seats', 'seats-orphan', $p$insert into section_seat (section_id, capacity) values (99999, 1)$p$),
	(3, 'seats', 'seats-count', $p$update section_seat set taken = 1 where section_id = pg_temp.section('BIO5012-01')$p$),
	(60, 'seats', 'waitlist-held', $p$insert into waitlist (person_id, section_id, state, joined_at, expires_at)
	    values (pg_temp.person(1), pg_temp.section('BIO5012-01'), 'offered', now(), now())$p$),
	(4, 'seats', 'seats-over', $p$alter table section_seat drop constraint section_seat_check;
	    update section_seat set taken = capacity + 1 where section_id = pg_temp.section('BIO5012-01')$p$),
	(5, 'seats', 'quota-count', $p$insert into section_quota (section_id, university_id, seats, taken)
	    select pg_temp.section('BIO5012-01'), min(id), 3, 1 from university$p$),
	(5, 'seats', 'quota-over', $p$alter table section_quota drop constraint section_quota_check;
	    insert into section_quota (section_id, university_id, seats, taken)
	    select pg_temp.section('BIO5012-01'), min(id), 3, 4 from university$p$),
	(5, 'seats', 'quota-flag', $p$update section_seat set quotas = true where section_id = pg_temp.section('BIO5012-01')$p$),
	(5, 'seats', 'seats-later', $p$insert into seat_hold (section_id, opens_at, seats) values (pg_temp.section('BIO5012-01'), now(), 1)$p$),
	(5, 'seats', 'seats-section', $p$update section_seat set credits = credits + 1
	    where section_id = pg_temp.section('BIO5012-01')$p$),
	(5, 'seats', 'section-code', $p$update section set code = 'X' || code where id = pg_temp.section('BIO5012-01')$p$),
	(6, 'enrolments', 'enrolment-orphan', $p$insert into enrolment (person_id, section_id, term_id, credits, enrolled_at)
	    values (pg_temp.person(1), 99999, 1, 3, now())$p$),
	(7, 'enrolments', 'enrolment-term', $p$select pg_temp.enrol(1, 'BIO5012-01');
	    update enrolment set term_id = (select id from term where code = '2018-1')$p$),
	(8, 'enrolments', 'enrolment-right', $p$select pg_temp.enrol(1, 'BIO5012-01');
	    delete from registration_right where person_id = pg_temp.person(1)$p$),
	(9, 'enrolments', 'credits-over', $p$select pg_temp.enrol(1, 'BIO5012-01');
	    update registration_right set max_credits = 2 where person_id = pg_temp.person(1)$p$),
	(10, 'enrolments', 'times-overlap', $p$select pg_temp.enrol(1, s.code) from section s
	    where s.id in (select min(a.section_id) from section_time a join section_time b on a.slot && b.slot
		and a.section_id <> b.section_id join section x on x.id = a.section_id join section y
		on y.id = b.section_id and y.term_id = x.term_id join term t on t.id = x.term_id and t.code = '2025-2'
		union all
		select max(b.section_id) from section_time a join section_time b on a.slot && b.slot
		where a.section_id = (select min(a.section_id) from section_time a join section_time b on a.slot && b.slot
		and a.section_id <> b.section_id join section x on x.id = a.section_id join section y
		on y.id = b.section_id and y.term_id = x.term_id join term t on t.id = x.term_id and t.code = '2025-2'))$p$),
	(11, 'enrolments', 'enrolment-closed', $p$select pg_temp.enrol(1, 'BIO5012-01');
	    update section set state = 'closed' where id = pg_temp.section('BIO5012-01')$p$),
	(11, 'enrolments', 'enrolment-closed', $p$select pg_temp.enrol(1, 'BIO5012-01', 'withdraw_home_confirmed');
	    update section set state = 'closed' where id = pg_temp.section('BIO5012-01')$p$),
	(11, 'enrolments', 'enrolment-credits', $p$select pg_temp.enrol(1, 'BIO5012-01'); update enrolment set credits = 2$p$),
	(11, 'registrations', 'registration-lost', $p$select pg_temp.did(1, 'enrol', 'BIO5012-01')$p$),
	(11, 'registrations', 'registration-lost', $p$select pg_temp.did(1, 'enrol', 'BIO5012-01'),
	    pg_temp.did(1, 'cancel', 'BIO5012-01'), pg_temp.did(1, 'swap', 'BIO5012-01', 'CHE6022-01')$p$),
	(11, 'registrations', 'registration-back', $p$select pg_temp.did(1, 'enrol', 'BIO5012-01'),
	    pg_temp.did(1, 'cancel', 'BIO5012-01'), pg_temp.enrol(1, 'BIO5012-01')$p$),
	(11, 'registrations', 'registration-back', $p$select pg_temp.did(1, 'enrol', 'BIO5012-01'), pg_temp.enrol(1, 'BIO5012-01'),
	    pg_temp.did(1, 'swap', 'CHE6022-01', 'BIO5012-01'), pg_temp.enrol(1, 'CHE6022-01')$p$),
	(11, 'registrations', 'registration-closed', $p$select pg_temp.enrol(1, 'BIO5012-01'),
	    pg_temp.did(1, 'enrol', 'BIO5012-01'), pg_temp.did(1, 'closed-by-host', 'BIO5012-01')$p$),
	(11, 'registrations', 'registration-made', $p$select pg_temp.enrol(1, 'BIO5012-01')$p$),
	(11, 'registrations', 'request-twice', $p$select pg_temp.did(1, 'enrol', 'BIO5012-01'), pg_temp.did(1, 'enrol', 'CHE6022-01');
	    update audit set request_id = 'r', n = 1 where act = 'enrol'$p$),
	(11, 'seats', 'quota-missed', $p$select pg_temp.enrol(1, 'BIO5012-01'); insert into section_quota (section_id, university_id, seats)
	    select pg_temp.section('BIO5012-01'), university_id, 3 from registration_right where person_id = pg_temp.person(1)$p$),
	(11, 'practice', 'practice-left', $p$insert into section_quota (section_id, university_id, seats) select -1, min(id), 1 from university$p$),
	(11, 'enrolments', 'substitute-wrong', $p$select pg_temp.enrol(1, 'BIO5012-01');
	    insert into substitute (person_id, section_id, term_id, credits, held, opens_at, closes_at)
	    select person_id, section_id, term_id, 3, 3, now(), now() + interval '1 day' from enrolment$p$),
	(11, 'final_lists', 'list-version', $p$select pg_temp.list(), pg_temp.list(); delete from final_list_row
	    where list_id in (select id from final_list where version = 1); delete from final_list where version = 1$p$),
	(11, 'final_lists', 'list-count', $p$select pg_temp.list(); update final_list set students = students + 1$p$),
	(11, 'final_lists', 'list-foreign', $p$select pg_temp.list(); update final_list set university_id = (select id from university where code = 'HNU')
	    where id = (select min(id) from final_list)$p$),
	(11, 'final_lists', 'list-acknowledged', $p$select pg_temp.list(); update final_list set acknowledged_at = made_at,
	    acknowledged_by = (select id from account where login = 'kaist') where university_id = (select id from university where code = 'CNU')$p$),
	(11, 'final_lists', 'list-signed', $p$select pg_temp.enrol(1, 'BIO5012-01');
	    select sojourn.lists_make((select id from sojourn.term where code = '2025-2'), 'grades', true);
	    update final_list set serial = null$p$),
	(12, 'withdrawals', 'withdrawal-missing', $p$select pg_temp.enrol(1, 'BIO5012-01', 'withdraw_requested')$p$),
	(13, 'withdrawals', 'withdrawal-orphan', $p$insert into withdrawal (person_id, section_id, term_id, university_id, requested_at)
	    select pg_temp.person(1), pg_temp.section('BIO5012-01'), term_id, university_id, now() from registration_right
	     where person_id = pg_temp.person(1)$p$),
	(14, 'withdrawals', 'withdrawal-state', $p$select pg_temp.enrol(1, 'BIO5012-01');
	    insert into withdrawal (person_id, section_id, term_id, university_id, requested_at)
	    select pg_temp.person(1), pg_temp.section('BIO5012-01'), term_id, university_id, now() from registration_right
	     where person_id = pg_temp.person(1)$p$),
	(14, 'grades', 'grade-value', $p$select pg_temp.enrol(1, 'BIO5012-01'); select pg_temp.graded(90);
		insert into grade_value select person_id, section_id, 2, 91, null, at, given_by, way, late, appeal_id from grade_value
		where person_id = pg_temp.person(1)$p$),
	(14, 'grades', 'grade-term', $p$select pg_temp.enrol(1, 'BIO5012-01'); select pg_temp.graded(90);
		update section set grading = 'pass' where id = pg_temp.section('BIO5012-01')$p$),
	(14, 'grades', 'appeal-value', $p$select pg_temp.enrol(1, 'BIO5012-01'); select pg_temp.graded(90); select pg_temp.appealed('changed', 95)$p$),
	(14, 'grades', 'appeal-act', $p$select pg_temp.enrol(1, 'BIO5012-01'); select pg_temp.graded(90); select pg_temp.appealed('kept', 90)$p$),
	(14, 'withdrawals', 'withdrawal-place', $p$select pg_temp.enrol(1, 'BIO5012-01', 'withdraw_requested');
	    insert into withdrawal (person_id, section_id, term_id, university_id, requested_at)
	    select r.person_id, pg_temp.section('BIO5012-01'), r.term_id, u.id, now() from registration_right r
	      join university u on u.id <> r.university_id where r.person_id = pg_temp.person(1) limit 1$p$),
	(15, 'ids', 'id-check', $p$update temporary_id set id = 'E252000016' where id = 'E252000015'$p$),
	(16, 'ids', 'id-serial', $p$update id_serial set last = 199$p$),
	(17, 'ids', 'id-person', $p$update person set merged_into = pg_temp.person(1) where id = pg_temp.person(2)$p$),
	(18, 'ids', 'id-account', $p$update account set login = 'E252000016' where login = 'E252000015'$p$),
	(19, 'ids', 'account-id', $p$delete from temporary_id where id = 'E252000015'$p$),
	(20, 'people', 'person-loop', $p$update person set merged_into = case id when pg_temp.person(1)
	    then pg_temp.person(2) else pg_temp.person(1) end where id in (pg_temp.person(1), pg_temp.person(2))$p$),
	(21, 'people', 'person-merged', $p$update person set merged_into = pg_temp.person(1) where id = pg_temp.person(2)$p$),
	(22, 'people', 'person-audit', $p$select note(null, 'x', '', null, 'done', null, p_person => 999999)$p$),
	(23, 'people', 'account-audit', $p$insert into audit (told_at, account_id, program, act, outcome)
	    values (now(), 999999, 'cli', 'x', 'done')$p$),
	(24, 'applications', 'application-issued', $p$update application set issued_at = null where person_id = pg_temp.person(1)$p$),
	(25, 'applications', 'application-id', $p$delete from temporary_id where id = 'E252000015'$p$),
	(26, 'applications', 'application-mailbox', $p$update application set email_confirmed_at = null where door = 'web'$p$),
	(27, 'applications', 'right-missing', $p$delete from registration_right where person_id = pg_temp.person(1)$p$),
	(28, 'applications', 'right-wrong', $p$update application set recommendation = 'refused' where person_id = pg_temp.person(1)$p$),
	(29, 'applications', 'right-limits', $p$update registration_right set min_credits = 13 where person_id = pg_temp.person(1)$p$),
	(30, 'applications', 'identity-open', $p$update application set identity = 'doubtful' where person_id = pg_temp.person(1)$p$),
	(31, 'calendar', 'windows-overlap', $p$update time_window set opens_at = '2025-09-01 09:00+09' where kind = 'WITHDRAW'$p$),
	(32, 'calendar', 'window-partner', $p$update time_window set closes_at = '2025-08-20' where university_id is not null$p$),
	(33, 'calendar', 'window-history', $p$update time_window set replaced_at = now() where kind = 'GRADE_VIEW'$p$),
	(34, 'lists', 'list-committed', $p$update partner_list set committed_at = null$p$),
	(34, 'exceptions', 'exception-two', $p$update account set email = 'a@b.example' where login in ('academic', 'admin');
	    select pg_temp.exempt('late-act')$p$),
	(34, 'exceptions', 'exception-section', $p$select pg_temp.exempt('late-act'); insert into exception_section (exception_id, section_id, act)
	    select e.id, s.id, 'take' from exception e join section s on s.term_id = e.term_id limit 1$p$),
	(34, 'exceptions', 'exception-section', $p$select pg_temp.exempt('late-act'); insert into exception_section (exception_id, section_id, act, since)
	    select e.id, s.id, 'take', 0 from exception e join section s on s.term_id <> e.term_id limit 1$p$),
	(34, 'exceptions', 'exception-section', $p$select pg_temp.exempt('capacity')$p$),
	(34, 'practice', 'practice-left', $p$select sojourn.practice_copy(sojourn.term_current(''), '2025-08-15')$p$),
	(35, 'lists', 'list-letter', $p$update partner_list l set letter_id = (select g.id from official_letter g
	    where g.university_id <> l.university_id limit 1)$p$),
	(36, 'lists', 'list-row', $p$update partner_list_row set application_id = (select min(id) from application)$p$),
	(37, 'lists', 'application-list', $p$set local session_replication_role = replica;
	    update partner_list set state = 'discarded'; set local session_replication_role = origin$p$),
	(38, 'mail', 'mail-stuck', $p$insert into outbox (kind, lang, to_address, made_at, next_try)
	    values ('reset', 'ko', 'a@b.example', clock_timestamp() - interval '2 hours', clock_timestamp() - interval '2 hours')$p$),
	(39, 'mail', 'mail-held', $p$insert into outbox (kind, lang, to_address, state, claimed_at)
	    values ('reset', 'ko', 'a@b.example', 'sending', clock_timestamp() - interval '1 hour')$p$),
	(40, 'mail', 'mail-person', $p$insert into outbox (kind, lang, to_address, person_id) values ('reset', 'ko', 'a@b.example', 999999)$p$),
	(41, 'logins', 'session-disabled', $p$update account set disabled_at = now() where login = 'cnu';
	    insert into session (token_hash, account_id, programs) select sha256('q'), id, array['partner']
	    from account where login = 'cnu'$p$),
	(76, 'logins', 'session-account', $p$insert into session (token_hash, account_id, programs) select sha256('q'), id, array['partner']
	    from account where login = 'cnu'; update session set rights = '{student}' where token_hash = sha256('q')$p$),
	(42, 'logins', 'session-long', $p$insert into session (token_hash, account_id, programs, expires_at)
	    select sha256('q'), id, array['partner'], clock_timestamp() + interval '1 year' from account where login = 'cnu'$p$),
	(43, 'logins', 'token-disabled', $p$insert into token (hash, kind, account_id, expires_at) select sha256('q'), 'reset', id,
	    '2035-01-01' from account where login = 'cnu'; update account set disabled_at = now() where login = 'cnu'$p$),
	(59, 'logins', 'calendar-disabled', $p$insert into calendar_link (person_id, nonce, token_hash) select person_id,
	    'abcdefghijklmnopqrstuv', sha256('q') from account where kind = 'student' limit 1;
	    update account set disabled_at = now() where kind = 'student'$p$),
	(44, 'logins', 'account-roles', $p$delete from account_role$p$),
	(45, 'logins', 'account-roles', $p$insert into account_role (account_id, role) select id, 'admin' from account where login = 'cnu'$p$),
	(46, 'logins', 'account-hash', $p$update account set password_hash = 'plain' where login = 'cnu'$p$),
	(47, 'logins', 'account-hash', $p$update account set password_hash = '$argon2id$v=19$m=8,t=2,p=1$a$b' where login = 'cnu'$p$),
	(48, 'clock', 'clock-back', $p$update clock_mark set at = clock_timestamp() + interval '3 seconds'$p$),
	(48, 'clock', 'clock-log', $p$insert into log_entry (n, serial, action, entry, leaf_hash) values (0, 'x', 'issue',
	    jsonb_build_object('at', to_char(clock_timestamp() at time zone 'UTC' + interval '5 seconds', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
	    sha256('x'))$p$),
	(48, 'jobs', 'job-overdue', $p$insert into job_run (job, due_at) values ('start', '2025-01-01')$p$),
	(49, 'functions', 'function-path', $p$alter function sojourn.claim(bigint, text, text) reset search_path$p$),
	(50, 'functions', 'function-path', $p$alter function sojourn.claim(bigint, text, text) set search_path = sojourn$p$),
	(51, 'functions', 'function-owner', $p$alter function sojourn.claim(bigint, text, text) owner to postgres$p$),
	(52, 'functions', 'function-public', $p$grant execute on function sojourn.claim(bigint, text, text) to public$p$),
	(53, 'functions', 'function-public', $p$create function cli_api.forgotten() returns integer language sql return 1$p$),
	(54, 'functions', 'role-reach', $p$grant execute on function cli_api.queues() to sojourn_public$p$),
	(55, 'functions', 'role-reach', $p$grant select (id) on sojourn.person to sojourn_public$p$),
	(56, 'functions', 'role-reach', $p$grant update on sojourn.term to public$p$),
	(57, 'settings', 'setting-role', $p$alter role sojourn_register set synchronous_commit = off$p$),
	(58, 'settings', 'setting', $p$set local synchronous_commit = off$p$),
	(59, 'room', 'room-missing', $p$delete from room$p$),
	(60, 'room', 'room-place', $p$insert into room_place (round, account_id, place, arrived_at, seen_at)
	    select round, 1, last_place + 1, now(), now() from room$p$),
	(61, 'practice', 'practice-left', $p$insert into refusal (person_id, section_id, act, outcome)
	    values (pg_temp.person(1), -1, 'enrol', 'full')$p$),
	(62, 'practice', 'practice-late', $p$insert into practice (term_id, opens_at, closes_at, started_by, students)
	    select id, '2025-08-13', '2025-08-14', 1, 0 from term where code = '2025-2'$p$),
	(63, 'sealing', 'seal-late', $p$insert into audit (at, told_at, program, act, outcome)
	    values (clock_timestamp() - interval '6 minutes', now(), 'test', 'x', 'done')$p$),
	(64, 'sealing', 'seal-gap', $p$select pg_temp.head(1), pg_temp.head(3)$p$),
	(65, 'sealing', 'seal-lost', $p$select pg_temp.head(1)$p$),
	(66, 'sealing', 'seal-lost', $p$select pg_temp.head(1), pg_temp.head(2), pg_temp.head(3, '2-2')$p$),
	(66, 'sealing', 'seal-day', $p$with a as (insert into audit (told_at, program, act, outcome)
	    values (now(), 'test', 'x', 'done') returning id)
	    insert into audit_seal (n, rows, leaves, root, closed, seen_id, seen_tx)
	    select 1, int8multirange(int8range(id, id + 1)), sha256('l'), sha256('r'), id, id, '1' from a$p$),
	(67, 'erasures', 'erased-login', $p$select pg_temp.erased(); update account set password_state = 'birthdate'
	    where person_id in (select person_id from erasure)$p$),
	(67, 'erasures', 'erased-contact', $p$select pg_temp.erased(); update application set email = 'a@b.example'
	    where person_id in (select person_id from erasure)$p$),
	(67, 'erasures', 'erased-name', $p$select pg_temp.erased(); update person set name_native = 'x'
	    where id in (select person_id from erasure)$p$),
	(67, 'documents', 'wish-copies', $p$insert into certificate_request (person_id, account_id, type,
	    subject, lang, copies, state, asked_at, issued_at)
	    select a.person_id, a.id, 'enrollment', a.login, 'ko', 1, 'issued', now(), now()
	      from account a where a.login = '20203001'$p$),
	(68, 'documents', 'document-wish', $p$with s as (insert into document_series (person_id, kind, lang)
	    select person_id, 'enrollment', 'ko' from account where login = '20203001' returning *)
	    insert into document (serial, series_id, kind, person_id, lang, content, shown, digest,
		basis, told_at, state, code_hash, sha256, issued_at, credential)
	    select 'UST-2025-000999', s.id, s.kind, s.person_id, 'ko', '{}', '{}', sha256(''), sha256(''),
		now(), 'valid', sha256('a'), sha256('b'), now(), '{}' from s$p$),
	(71, 'letters', 'letter-document', $p$select pg_temp.letter('issued')$p$),
	(72, 'letters', 'letter-author', $p$select pg_temp.letter('writing')$p$),
	(73, 'letters', 'letter-delivered', $p$select pg_temp.letter('delivered')$p$),
	(74, 'letters', 'letter-eyes', $p$with a as (insert into letter_author (letter_id, account_id, name, asked_at,
		asked_by, state, ended_at)
	    select pg_temp.letter('review'), id, 'x', now(), id, 'submitted', now() from account
	     where login = 'prof.kim' returning *)
	    insert into letter_draft (letter_id, saved_at, saved_by, read_by, read_version)
	    select letter_id, now(), id, account_id, 1 from a$p$),
	(75, 'letters', 'letter-seal', $p$with s as (insert into document_series (person_id, kind, lang)
	    values (pg_temp.person(1), 'letter', 'ko') returning *),
	    d as (insert into document (serial, series_id, kind, person_id, lang, content, shown, digest, basis, told_at)
	    select 'UST-2025-000998', id, kind, person_id, lang, '{}', '{}', sha256(''), sha256(''), now() from s
	    returning serial),
	    x as (insert into letter_document (letter_id, serial, sealed, asked_at)
	    select pg_temp.letter('requested'), serial, true, now() from d returning *)
	    insert into letter_delivery (letter_id, serial, way, at)
	    select letter_id, serial, 'download', now() from x$p$)
       ) as p(n, topic, violation, plant) order by p.n;

select is((select count(*)::integer from cli_api.doctor_demo()
    where violation = 'demo-clock'), 5, 'S23: the demo''s clock is seen, table and functions');
select * from finish();
rollback;
