-- A violation that may look in several ways is found in each of them: doctor.sql
-- plants the first.
begin;
\ir doctor.psql

create function pg_temp.withdrawal(p_state text, p_term text default '2025-2') returns void language sql as $$
	insert into sojourn.withdrawal (person_id, section_id, term_id, university_id, state, requested_at)
	select r.person_id, pg_temp.section('BIO5012-01'), t.id, r.university_id, p_state, now()
	  from sojourn.registration_right r, sojourn.term t
	 where r.person_id = pg_temp.person(1) and t.code = p_term
$$;
-- A line of a batch whose acts are no rows of the audit yet.
create function pg_temp.line(p_code text, p_request text) returns void language sql as $$
	insert into sojourn.audit_batch (first_id, lines)
	select x.id, array[jsonb_populate_record(null::sojourn.batch_line, jsonb_build_object(
	    'id', x.id, 'told_at', sojourn.now(), 'person_id', pg_temp.person(1),
	    'section_id', pg_temp.section(p_code), 'request_id', p_request))]
	  from nextval('sojourn.audit_id_seq') x (id)
$$;
-- A document of a person as it is when it holds, without an entry of the log.
create function pg_temp.document(p_serial text, p_kind text) returns text language sql as $$
	with s as (insert into sojourn.document_series (person_id, kind, lang)
	    values (pg_temp.person(1), p_kind, 'ko') returning *)
	insert into sojourn.document (serial, series_id, kind, person_id, lang, content, shown, digest,
	    basis, told_at, state, code_hash, sha256, issued_at, credential)
	select p_serial, s.id, s.kind, s.person_id, 'ko', '{}', '{}', sha256(''), sha256(''),
	       now(), 'valid', sha256('a'), sha256('b'), now(), '{}' from s returning serial
$$;
create function pg_temp.author(p_letter bigint, p_state text, p_login text, p_email text default '')
returns bigint language sql as $$
	insert into sojourn.letter_author (letter_id, account_id, email, name, asked_at, asked_by, state, ended_at)
	select p_letter, case when p_email = '' then a.id end, p_email, 'x', now(), a.id, p_state,
	       case when p_state <> 'open' then now() end
	  from sojourn.account a where a.login = p_login returning id
$$;
-- What constraints and triggers would not let in, an older copy or a hand may.
create function pg_temp.by_hand() returns void language sql as
$$ select set_config('session_replication_role', 'replica', true) $$;

select pg_temp.found(p.topic, p.violation, p.plant) from (values
	(1, 'seats', 'seats-count', $p$select pg_temp.enrol(1, 'BIO5012-01'); update section_seat set taken = 0
	    where section_id = pg_temp.section('BIO5012-01')$p$),
	(2, 'seats', 'seats-over', $p$alter table section_seat drop constraint section_seat_check;
	    update section_seat set held = capacity + 1 where section_id = pg_temp.section('BIO5012-01')$p$),
	(3, 'seats', 'quota-missed', $p$select pg_temp.enrol(1, 'BIO5012-01'), pg_temp.by_hand();
	    update enrolment set quota_of = (select min(id) from university)$p$),
	(4, 'seats', 'quota-flag', $p$insert into section_quota (section_id, university_id, seats)
	    select pg_temp.section('BIO5012-01'), min(id), 3 from university$p$),
	(5, 'seats', 'waitlist-held', $p$update section_seat set freed = 1 where section_id = pg_temp.section('BIO5012-01')$p$),
	(6, 'enrolments', 'enrolment-orphan', $p$select pg_temp.enrol(1, 'BIO5012-01');
	    update enrolment set person_id = 999999$p$),
	(7, 'enrolments', 'credits-over', $p$select pg_temp.enrol(1, 'BIO5012-01'), pg_temp.enrol(1, 'CHE6022-01');
	    update registration_right set max_credits = 5 where person_id = pg_temp.person(1)$p$),
	(8, 'registrations', 'registration-lost', $p$select pg_temp.line('BIO5012-01', 'r')$p$),
	(9, 'registrations', 'registration-lost', $p$select pg_temp.did(1, 'closed-by-host', 'BIO5012-01')$p$),
	(10, 'registrations', 'request-twice', $p$select pg_temp.line('BIO5012-01', 'r'), pg_temp.line('CHE6022-01', 'r')$p$),
	(11, 'withdrawals', 'withdrawal-state', $p$select pg_temp.enrol(1, 'BIO5012-01'), pg_temp.withdrawal('withdrawn')$p$),
	(12, 'withdrawals', 'withdrawal-state', $p$select pg_temp.enrol(1, 'BIO5012-01'), pg_temp.withdrawal('confirmed-late')$p$),
	(13, 'withdrawals', 'withdrawal-missing', $p$select pg_temp.enrol(1, 'BIO5012-01', 'withdrawn'), pg_temp.withdrawal('refused')$p$),
	(14, 'withdrawals', 'withdrawal-orphan', $p$select pg_temp.withdrawal('withdrawn')$p$),
	(15, 'withdrawals', 'withdrawal-place', $p$select pg_temp.withdrawal('refused', '2018-1')$p$),
	(16, 'grades', 'grade-value', $p$select pg_temp.enrol(1, 'BIO5012-01'); select pg_temp.graded(90);
	    select pg_temp.by_hand(); update grade set percent = 91$p$),
	(17, 'grades', 'grade-value', $p$select pg_temp.enrol(1, 'BIO5012-01'); select pg_temp.graded(90);
	    select pg_temp.by_hand(); delete from grade_value$p$),
	(18, 'grades', 'grade-term', $p$select pg_temp.enrol(1, 'BIO5012-01'); select pg_temp.graded(90);
	    select pg_temp.by_hand(); update grade set term_id = (select id from term where code = '2018-1')$p$),
	(19, 'grades', 'grade-term', $p$select pg_temp.enrol(1, 'BIO5012-01'); select pg_temp.graded(90);
	    select pg_temp.by_hand(); update grade set percent = null, pass = true$p$),
	(20, 'ids', 'id-serial', $p$select pg_temp.by_hand(); delete from id_serial$p$),
	(21, 'ids', 'account-id', $p$update account set login = '99999999' where login = '20203001'$p$),
	(22, 'applications', 'application-issued', $p$select pg_temp.by_hand();
	    update application set person_id = null where person_id = pg_temp.person(1)$p$),
	(23, 'applications', 'right-missing', $p$select pg_temp.by_hand(); update application set recommendation = 'none'
	     where person_id = pg_temp.person(1); update university set verification_stage = 'after_registration'
	     where id in (select university_id from application where person_id = pg_temp.person(1));
	    delete from registration_right where person_id = pg_temp.person(1)$p$),
	(24, 'applications', 'right-wrong', $p$select pg_temp.by_hand(); update application set state = 'held'
	     where person_id = pg_temp.person(1)$p$),
	(25, 'applications', 'right-wrong', $p$select pg_temp.by_hand(); update registration_right
	    set term_id = (select id from term where code = '2018-1') where person_id = pg_temp.person(1)$p$),
	(26, 'applications', 'right-wrong', $p$select pg_temp.by_hand(); update registration_right r
	    set university_id = (select min(u.id) from university u where u.id <> r.university_id)
	     where person_id = pg_temp.person(1)$p$),
	(27, 'applications', 'right-wrong', $p$select pg_temp.by_hand(); update registration_right r
	    set application_id = o.application_id from registration_right o where r.person_id = pg_temp.person(1)
	    and o.person_id = (select min(x.person_id) from registration_right x where x.person_id <> r.person_id
		and x.term_id = r.term_id and x.university_id = r.university_id)$p$),
	(28, 'applications', 'right-limits', $p$update registration_right set min_credits = -1 where person_id = pg_temp.person(1)$p$),
	(29, 'applications', 'right-limits', $p$update registration_right set limit_rule = 'R1' where person_id = pg_temp.person(1)$p$),
	(30, 'calendar', 'window-history', $p$update time_window set replaced_by = id where kind = 'GRADE_VIEW'$p$),
	(31, 'calendar', 'window-history', $p$update time_window set replaced_at = now(), replaced_by = (select min(id)
	    from time_window where kind = 'APPLY') where kind = 'GRADE_VIEW'$p$),
	(32, 'lists', 'list-committed', $p$select pg_temp.by_hand(); update partner_list set state = 'preview'$p$),
	(33, 'lists', 'list-letter', $p$select pg_temp.by_hand(); update official_letter set term_id = null$p$),
	(34, 'lists', 'list-row', $p$select pg_temp.by_hand(); update partner_list
	    set term_id = (select id from term where code = '2018-1')$p$),
	(35, 'lists', 'application-list', $p$select pg_temp.by_hand(); update application a
	    set university_id = (select min(u.id) from university u where u.id <> a.university_id) where list_id is not null$p$),
	(36, 'lists', 'application-list', $p$select pg_temp.by_hand(); update partner_list
	    set term_id = (select id from term where code = '2018-1')$p$),
	(37, 'final_lists', 'list-count', $p$select pg_temp.list(); update final_list set registrations = registrations + 1$p$),
	(38, 'final_lists', 'list-count', $p$select pg_temp.list(); update final_list set added = added + 1$p$),
	(39, 'final_lists', 'list-count', $p$select pg_temp.list(); update final_list set removed = removed + 1$p$),
	(40, 'final_lists', 'list-count', $p$select pg_temp.list(); update final_list set changed = changed + 1$p$),
	(41, 'final_lists', 'list-foreign', $p$select pg_temp.list(), pg_temp.by_hand(); update final_list
	    set term_id = (select id from term where code = '2018-1')$p$),
	(42, 'final_lists', 'list-acknowledged', $p$select pg_temp.list(), pg_temp.by_hand();
	    update final_list
	    set acknowledged_at = made_at - interval '1 second', acknowledged_by = (select id from account where login = 'academic')$p$),
	(43, 'final_lists', 'list-acknowledged', $p$select pg_temp.list(), pg_temp.by_hand(); update final_list l
	    set acknowledged_at = made_at, acknowledged_by = (select id from account where login = 'academic'), letter_id = (select min(o.id) from official_letter o where o.university_id <> l.university_id)$p$),
	(44, 'final_lists', 'list-signed', $p$select pg_temp.enrol(1, 'BIO5012-01');
	    select sojourn.lists_make((select id from sojourn.term where code = '2025-2'), 'grades', true);
	    select pg_temp.by_hand(); update document set content = jsonb_set(content, '{version}', '9')$p$),
	(45, 'final_lists', 'list-signed', $p$select pg_temp.enrol(1, 'BIO5012-01');
	    select sojourn.lists_make((select id from sojourn.term where code = '2025-2'), 'grades', true);
	    select pg_temp.by_hand(); update document d set university_id = (select min(u.id) from university u
		where u.id <> d.university_id)$p$),
	(46, 'letters', 'letter-document', $p$insert into letter_document (letter_id, serial, sealed, asked_at)
	    select pg_temp.letter('cancelled'), pg_temp.document('UST-2025-000997', 'letter'), false, now()$p$),
	(47, 'letters', 'letter-author', $p$select pg_temp.author(pg_temp.letter('requested'), 'open', 'prof.kim')$p$),
	(48, 'letters', 'letter-eyes', $p$insert into letter_draft (letter_id, saved_at, saved_by, read_by, read_version)
	    select l.id, now(), pg_temp.author(l.id, 'submitted', 'prof.kim', upper(a.email::text)), a.id, 1
	      from account a, pg_temp.letter('review') l (id) where a.login = 'academic'$p$),
	(49, 'letters', 'letter-seal', $p$with x as (insert into letter_document (letter_id, serial, sealed, asked_at)
	    select pg_temp.letter('issued'), pg_temp.document('UST-2025-000996', 'letter'), false, now() returning *)
	    insert into letter_delivery (letter_id, serial, way, at)
	    select pg_temp.letter('issued'), serial, 'download', now() from x$p$),
	(50, 'erasures', 'erased-login', $p$select pg_temp.erased(), pg_temp.by_hand(); insert into device (account_id, token_hash)
	    select id, sha256('q') from account where person_id in (select person_id from erasure)$p$),
	(51, 'erasures', 'erased-login', $p$select pg_temp.erased(), pg_temp.by_hand(); update account set disabled_at = null
	    where person_id in (select person_id from erasure)$p$),
	(52, 'erasures', 'erased-contact', $p$select pg_temp.erased(); insert into outbox (kind, lang, to_address, person_id)
	    select 'reset', 'ko', 'a@b.example', person_id from erasure; update erasure set last_mail = (select max(id) from outbox)$p$),
	(53, 'logins', 'session-account', $p$insert into session (token_hash, account_id, programs) select sha256('q'), id,
	    array['register'] from account where login = 'E252000015'; update session set person_id = pg_temp.person(2)
	    where token_hash = sha256('q')$p$),
	(54, 'logins', 'account-roles', $p$insert into account_role (account_id, role) select id, 'coordinator' from account
	    where login = 'academic'$p$),
	(55, 'functions', 'role-reach', $p$do $x$ begin execute format('grant temp on database %I to sojourn_public',
	    current_database()); end $x$$p$),
	(56, 'room', 'room-place', $p$update room set opened_at = now(), round = 3, last_place = 9;
	    insert into room_place (round, account_id, place, arrived_at, seen_at) values (2, 1, 1, now(), now())$p$),
	(57, 'room', 'room-place', $p$update room set opened_at = null, round = 3, last_place = 9;
	    insert into room_place (round, account_id, place, arrived_at, seen_at) values (3, 1, 1, now(), now())$p$),
	(58, 'settings', 'setting-role', $p$do $x$ begin execute format('alter database %I set session_replication_role = replica',
	    current_database()); end $x$$p$),
	(59, 'mail', 'mail-stuck', $p$insert into outbox (kind, lang, to_address, made_at, next_try, not_before)
	    values ('reset', 'ko', 'a@b.example', clock_timestamp() - interval '2 hours', clock_timestamp() - interval '2 hours',
	    sojourn.now() - interval '2 hours')$p$)
       ) as p(n, topic, violation, plant) order by p.n;

-- Of a practice nothing stays, in whichever table.
select pg_temp.found('practice', 'practice-left', 'select pg_temp.by_hand(); ' || p.plant) from (values
	($p$insert into term (id, code, classes) overriding system value
	    values (-1, 'P2025-2', daterange('2025-09-01', '2025-12-20'))$p$),
	($p$update time_window set term_id = -1 where kind = 'GRADE_VIEW'$p$),
	($p$alter table section alter id drop identity; update section set id = -1 where id = pg_temp.section('BIO5012-01')$p$),
	($p$update section_seat set section_id = -1 where section_id = pg_temp.section('BIO5012-01')$p$),
	($p$update registration_right set term_id = -1 where person_id = pg_temp.person(1)$p$),
	($p$select pg_temp.enrol(1, 'BIO5012-01'); update enrolment set section_id = -1$p$),
	($p$select pg_temp.enrol(1, 'BIO5012-01'); update enrolment set term_id = -1$p$),
	($p$insert into cart (person_id, section_id) values (pg_temp.person(1), -1)$p$),
	($p$insert into waitlist (person_id, section_id, joined_at) values (pg_temp.person(1), -1, now())$p$),
	($p$insert into seat_hold (section_id, opens_at, seats) values (-1, now(), 1)$p$)
       ) as p(plant);

-- Each setting under which an answer could be lost or a person stand in a log;
-- race/disk turns off those that a session cannot.
select pg_temp.found('settings', 'setting', format('set local %s = %s', p.name, p.value)) from (values
	('synchronous_commit', 'local'), ('log_error_verbosity', 'verbose'), ('log_statement', '''all'''),
	('log_min_error_statement', 'error'), ('log_min_duration_statement', '0'),
	('log_parameter_max_length_on_error', '10')
       ) as p(name, value);
select * from finish();
rollback;
