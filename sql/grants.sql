-- Grants stand here and in the files of grants/ that the end names.  Run after all functions, as superuser; idempotent.
\set ON_ERROR_STOP on

-- Nothing is open by default (S9, S10).
revoke all on database :"DBNAME" from public;
revoke create on schema public from public;
do $$
declare
	v record;
	v_owner text;
begin
	-- Owners first: the functions of schema x_api belong to x_owner.
	for v in select p.oid::regprocedure as fn, n.nspname, p.proname
	    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
	    where n.nspname = 'sojourn' or n.nspname like '%\_api'
	loop
		v_owner := case when v.nspname = 'sojourn' then 'sojourn_owner'
		    else replace(v.nspname, '_api', '_owner') end;
		execute format('alter function %s owner to %I', v.fn, v_owner);
		execute format('revoke all on function %s from public', v.fn);
	end loop;
	-- Open to everybody in a fresh cluster, and no business of a program.
	for v in select p.oid::regprocedure as fn
	    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
	    where n.nspname = 'pg_catalog'
	      and (p.proname ~ '^pg_(try_)?advisory_' or p.proname ~ '^pg_sleep'
		or p.proname ~ '^lo_' or p.proname in ('pg_stat_get_activity',
		'pg_notify', 'pg_logical_emit_message'))
	loop
		execute format('revoke all on function %s from public', v.fn);
	end loop;
	-- sojourn.decide and sojourn.claim wait for the standby with it (F2).
	grant execute on function pg_logical_emit_message(boolean, text, text)
	    to sojourn_owner;
	-- Each login role: connect, its own functions, nothing else.
	for v in select replace(nspname, '_api', '') as program, nspname
	    from pg_namespace
	    where nspname like '%\_api' and nspname <> 'shared_api'
	loop
		execute format('grant usage on schema shared_api to %I',
		    'sojourn_' || v.program);
		execute format('grant execute on all functions in schema shared_api to %I',
		    'sojourn_' || v.program);
		execute format('grant connect on database %I to %I',
		    current_database(), 'sojourn_' || v.program);
		execute format('grant usage on schema %I to %I', v.nspname,
		    'sojourn_' || v.program);
		execute format('grant execute on all functions in schema %I to %I',
		    v.nspname, 'sojourn_' || v.program);
		execute format('grant usage on schema sojourn to %I',
		    v.program || '_owner');
		-- The ground every function stands on.
		execute format('grant execute on function sojourn.now(),
		    sojourn.enter(bytea, text), sojourn.claim(bigint, text, text),
		    sojourn.note(sojourn.actor, text, text, bigint, text, text,
			text, jsonb, integer, bigint),
		    sojourn.results(bigint, text), sojourn.audit_settle(interval, integer, bigint),
		    sojourn.rule(text, text, timestamptz),
		    sojourn.term_current(text), sojourn.window_state(integer, text, timestamptz),
		    sojourn.verdict(text, text, jsonb),
		    sojourn.person_root(bigint),
		    sojourn.working_day(date, integer) to %I',
		    v.program || '_owner');
	end loop;
end
$$;
revoke all on pg_stat_activity, pg_settings from public;

-- shared: what every page calls first
grant usage on schema sojourn to shared_owner;
grant execute on function sojourn.now(), sojourn.enter(bytea, text),
    sojourn.results(bigint, text) to shared_owner;
grant select on sojourn.host, sojourn.university, sojourn.account_role,
    sojourn.role_right to shared_owner;

-- public
grant select on sojourn.host, sojourn.notice, sojourn.term, sojourn.time_window,
    sojourn.school, sojourn.major, sojourn.course, sojourn.section,
    sojourn.section_time, sojourn.section_seat, sojourn.section_quota,
    sojourn.university to public_owner;
-- The moment itself is nobody's to know.
grant select (section_id, seats) on sojourn.seat_hold to public_owner,
    staff_owner;
grant execute on function sojourn.times_text(integer, text) to public_owner,
    register_owner, withdraw_owner, staff_owner;

-- register
grant select on sojourn.term, sojourn.time_window, sojourn.school,
    sojourn.major, sojourn.course, sojourn.section, sojourn.section_time,
    sojourn.enrolment, sojourn.registration_right, sojourn.cart,
    sojourn.substitute, sojourn.temporary_id, sojourn.university, sojourn.host
    to register_owner;
grant select (id, name_native, name_family, name_given) on sojourn.person
    to register_owner;
grant insert, delete on sojourn.cart to register_owner;
grant update (added_at) on sojourn.cart to register_owner;
grant select, insert, update, delete on sojourn.calendar_link to register_owner;
grant select (day) on sojourn.holiday to register_owner;
grant select (id, person_id, lang, disabled_at) on sojourn.account
    to register_owner;
grant insert on sojourn.pulse to register_owner;
grant select on sojourn.exception to register_owner;
grant execute on function sojourn.exception_left(bigint, bigint)
    to register_owner, staff_owner;
grant execute on function sojourn.exception_covers(integer, bigint, integer)
    to withdraw_owner;
grant select, insert on sojourn.practice to staff_owner;
grant execute on function sojourn.practice_copy(integer, timestamptz),
    sojourn.practice_end(bigint), sojourn.term_register() to staff_owner;
grant execute on function sojourn.term_register() to register_owner;
grant execute on function sojourn.practice_until() to shared_owner;
grant execute on function sojourn.same_human(bigint, bigint),
    sojourn.exception_codes(text), sojourn.exception_seats(bigint),
    sojourn.exception_room(bigint, integer, integer) to staff_owner;
grant select, insert on sojourn.exception_section to staff_owner;
grant update (since) on sojourn.exception_section to staff_owner;
grant select (id) on sojourn.pulse to register_owner;
grant select (account_id, id, results) on sojourn.request to register_owner;
grant execute on function sojourn.rehearse(integer, bigint, text[]),
    sojourn.instead(integer, bigint, text, text[], text[], text),
    sojourn.day_word(text, integer),
    sojourn.waitlist_add(sojourn.actor, text),
    sojourn.waitlist_leave(sojourn.actor, text),
    sojourn.waitlist_take(sojourn.actor, text, text)
    to register_owner;
grant select on sojourn.waitlist to register_owner;
grant execute on function sojourn.section_line(integer, text, integer),
    sojourn.practice_until() to register_owner;
grant select on sojourn.section_quota to register_owner;
grant execute on function sojourn.enter_all(bytea[], text),
    sojourn.decide_plain(text, bytea[], text[], timestamptz[], text[]),
    sojourn.decide_done(text, bytea[], text[], timestamptz[], text[], integer[]),
    sojourn.offers(integer, bigint, text, text, text, text, text[]),
    sojourn.tick_kind(text, boolean, text), sojourn.ticks(text, text, boolean),
    sojourn.registration_state(integer, bigint),
    sojourn.pick(text, text, text, text),
    sojourn.decide(bigint[], bigint[], text[], text[], timestamptz[],
	integer[], text[], text[], integer, boolean, boolean)
    to register_owner;

-- the waiting room: programs move it, staff set it
grant select, update on sojourn.room to register_owner;
grant update (mode, rate, open_at, hold_at, quiet, unseen) on sojourn.room
    to staff_owner;
grant select on sojourn.room, sojourn.room_place, sojourn.room_program
    to staff_owner;
grant select on sojourn.room, sojourn.room_place to cli_owner;
grant select (section_id) on sojourn.refusal to cli_owner;
grant select, insert, update (seen_at, entered_at) on sojourn.room_place
    to register_owner;
grant execute on function sojourn.room_load(text, integer, timestamptz),
    sojourn.room_move(integer) to register_owner;
grant execute on function sojourn.room_open(integer), sojourn.room_close()
    to staff_owner;

-- withdraw
grant select on sojourn.term, sojourn.time_window, sojourn.section,
    sojourn.course, sojourn.enrolment, sojourn.withdrawal,
    sojourn.registration_right, sojourn.university, sojourn.exception,
    sojourn.substitute to withdraw_owner;
grant execute on function sojourn.withdraw_ask(sojourn.actor, bigint, text,
	text, text, boolean),
    sojourn.withdraw_back(sojourn.actor, bigint, text, text),
    sojourn.withdraw_due(bigint),
    sojourn.registration_state(integer, bigint),
    sojourn.pick(text, text, text, text) to withdraw_owner;

-- grades and teach
\ir grants/grades.sql

-- tempid
grant select on sojourn.host, sojourn.term, sojourn.university,
    sojourn.agreement, sojourn.application, sojourn.token,
    sojourn.temporary_id to tempid_owner;
grant select (id, person_id, email, lang, password_state, disabled_at)
    on sojourn.account to tempid_owner;
grant insert on sojourn.application to tempid_owner;
grant update (state, email_confirmed_at, version) on sojourn.application
    to tempid_owner;
grant update (used_at) on sojourn.token to tempid_owner;
grant usage on sequence sojourn.application_id_seq to tempid_owner;
grant execute on function sojourn.number_key(text),
    sojourn.attempt_count(text, text, text, interval, integer),
    sojourn.mail_allowed(text, bigint),
    sojourn.mail(text, text, text, jsonb, bigint, bigint, bigint, bigint,
	integer, timestamptz),
    sojourn.apply_window(integer, integer, timestamptz),
    sojourn.has_agreement(integer, integer), sojourn.identify(bigint),
    sojourn.identify_all(bigint[]), sojourn.tell_known(bigint),
    sojourn.join_claims(bigint, bigint), sojourn.differs(bigint),
    sojourn.recommend_due(bigint)
    to tempid_owner;

-- account
grant select, update (password_hash, password_state, password_since,
    birthdate_until, birthdate_failures, email, email2, email2_confirmed,
    phone, lang, logged_in_at) on sojourn.account to account_owner;
grant select on sojourn.account_role, sojourn.role_right, sojourn.device,
    sojourn.session, sojourn.login_attempt, sojourn.token, sojourn.attempt,
    sojourn.outbox, sojourn.audit, sojourn.request, sojourn.correction,
    sojourn.person, sojourn.student, sojourn.temporary_id,
    sojourn.application, sojourn.enrolment, sojourn.section, sojourn.term,
    sojourn.university to account_owner;
grant insert (account_id, token_hash), update (last_used, ended_at)
    on sojourn.device to account_owner;
grant insert (token_hash, account_id, programs, device_id, agent),
    update (token_hash, ended_at) on sojourn.session to account_owner;
grant insert (token_hash, account_id, purpose, next),
    update (tries, mails, code_hash, expires_at, passed_at, used_at)
    on sojourn.login_attempt to account_owner;
grant select (person_id, section_id, added_at) on sojourn.cart to account_owner;
grant select (person_id, section_id, state, joined_at) on sojourn.waitlist
    to account_owner;
grant select (person_id, made_at) on sojourn.calendar_link to account_owner;
grant update (used_at) on sojourn.token to account_owner;
grant insert (what, subject, address), delete on sojourn.attempt
    to account_owner;
grant insert (kind, lang, to_address, account_id, person_id, state),
    update (state) on sojourn.outbox to account_owner;
grant insert (person_id, field, value, reason) on sojourn.correction
    to account_owner;
grant update (email, email2, phone) on sojourn.person to account_owner;
grant execute on function sojourn.mail(text, text, text, jsonb, bigint,
    bigint, bigint, bigint, integer, timestamptz) to account_owner;

-- clerk
grant select on sojourn.job_run to clerk_owner;
grant execute on function sojourn.job_due(timestamptz, timestamptz)
    to clerk_owner;

-- mailer
grant select on sojourn.outbox, sojourn.login_attempt, sojourn.account,
    sojourn.application, sojourn.university, sojourn.term,
    sojourn.time_window, sojourn.host to mailer_owner;
grant update (state, tries, next_try, claimed_at, claimed_by, sent_at,
    message_id, last_error) on sojourn.outbox to mailer_owner;
grant update (code_hash) on sojourn.login_attempt to mailer_owner;
grant insert (hash, kind, account_id, application_id, value, outbox_id,
    made_at, expires_at) on sojourn.token to mailer_owner;
grant select (outbox_id, expires_at) on sojourn.token to mailer_owner;
-- The claim is a session lock of the backend; only inside mailer_api.claim.
grant execute on function pg_catalog.pg_advisory_lock(integer, integer),
    pg_catalog.pg_try_advisory_xact_lock(integer, integer),
    pg_catalog.pg_advisory_unlock_all() to mailer_owner;

-- partner
grant select on sojourn.university, sojourn.term, sojourn.time_window,
    sojourn.partner_list, sojourn.partner_list_row, sojourn.official_letter,
    sojourn.application, sojourn.temporary_id, sojourn.registration_right,
    sojourn.enrolment, sojourn.withdrawal, sojourn.section, sojourn.course,
    sojourn.outbox, sojourn.audit, sojourn.account_role, sojourn.final_list,
    sojourn.final_list_row, sojourn.registration_warning to partner_owner;
grant select (id, login, kind, name, email, lang, university_id,
    password_state, disabled_at) on sojourn.account to partner_owner;
grant update (coordinator_name, coordinator_email, coordinator_phone,
    criteria, verification_stage, max_credits) on sojourn.university
    to partner_owner;
grant execute on function sojourn.pick(text, text, text, text),
    sojourn.says(text, text, text, jsonb, text, text, bigint),
    sojourn.conclude(sojourn.actor, text, sojourn.answer[]),
    sojourn.apply_window(integer, integer, timestamptz),
    sojourn.differs(bigint), sojourn.application_differences(bigint),
    sojourn.recommend_due(bigint),
    sojourn.recommend(sojourn.actor, bigint[], text, text, text, jsonb),
    sojourn.recommendation_effects(bigint[]),
    sojourn.student_change(sojourn.actor, integer, bigint, text, text, text),
    sojourn.own_deadline(sojourn.actor, integer, timestamptz),
    sojourn.letter_of_list(sojourn.actor, integer, bigint, text, date, text,
	text, bytea, timestamptz),
    sojourn.partner_roles(sojourn.actor, bigint, text[]),
    sojourn.withdraw_confirm(sojourn.actor, bigint[], text, bigint, text, text),
    sojourn.withdraw_due(bigint), sojourn.missing(integer, integer),
    sojourn.list_head(integer, integer, bigint, text, text),
    sojourn.list_rows(sojourn.actor, integer, integer, bigint, text, integer,
	text, text),
    sojourn.list_file(sojourn.actor, integer, bigint),
    sojourn.list_acknowledge(sojourn.actor, integer, bigint, bigint),
    sojourn.account_open(sojourn.actor, text, text, text, text, text,
	integer, text[], text),
    sojourn.account_switch(sojourn.actor, bigint, boolean),
    sojourn.mail(text, text, text, jsonb, bigint, bigint, bigint, bigint,
	integer, timestamptz) to partner_owner;

-- issuing: whoever may grant the right of a term computes with the same words
grant execute on function sojourn.temporary_id(text, integer)
    to staff_owner, partner_owner, clerk_owner, cli_owner;

-- applicant lists: uploaded by the university, or by staff from paper
grant execute on function sojourn.list_problem(integer, integer, timestamptz),
    sojourn.list_store(sojourn.actor, integer, integer, text, bytea, jsonb, jsonb),
    sojourn.list_commit(sojourn.actor, integer, bigint, text),
    sojourn.list_letter(sojourn.actor, bigint, bigint),
    sojourn.letter_in(sojourn.actor, integer, integer, text, text, date, text,
	text, bytea, text) to partner_owner, staff_owner;
-- what came on paper
grant execute on function sojourn.letter_field(text, date),
    sojourn.letter_goes_on(sojourn.actor, integer, integer, text, text, date,
	text, text, bytea) to staff_owner;
grant select on sojourn.partner_list, sojourn.partner_list_row, sojourn.term,
    sojourn.official_letter, sojourn.time_window, sojourn.audit to partner_owner;
grant select (id, name) on sojourn.account to partner_owner;
grant update (state, letter_id) on sojourn.partner_list to partner_owner;
grant select (account_id, id), delete on sojourn.request to partner_owner;

-- staff
grant select on sojourn.host, sojourn.notice, sojourn.holiday, sojourn.term,
    sojourn.time_window, sojourn.university, sojourn.university_name,
    sojourn.agreement, sojourn.school, sojourn.major, sojourn.course,
    sojourn.section, sojourn.section_time, sojourn.section_seat,
    sojourn.section_quota, sojourn.person, sojourn.student, sojourn.temporary_id,
    sojourn.account_role, sojourn.role_right, sojourn.correction,
    sojourn.official_letter, sojourn.exception, sojourn.partner_list,
    sojourn.substitute, sojourn.final_list, sojourn.final_list_row,
    sojourn.registration_warning, sojourn.application, sojourn.identity_case, sojourn.registration_right,
    sojourn.enrolment, sojourn.withdrawal, sojourn.outbox, sojourn.audit,
    sojourn.refusal to staff_owner;
grant select (id, login, kind, person_id, university_id, name, email, phone,
    lang, password_state, disabled_at, created_at)
    on sojourn.account to staff_owner;
grant update (state, reason, asked_by, decided_by, decided_at)
    on sojourn.identity_case to staff_owner;
-- Row locks need an update right on one column.
grant update (version) on sojourn.application to staff_owner;
grant insert, update on sojourn.term, sojourn.time_window,
    sojourn.university, sojourn.agreement, sojourn.exception, sojourn.notice,
    sojourn.course to staff_owner;
grant insert on sojourn.university_name to staff_owner;
grant insert, update, delete on sojourn.holiday to staff_owner;
grant update (changed_at, waitlist) on sojourn.section to staff_owner;
grant select (section_id, state) on sojourn.waitlist to staff_owner;
grant select on sojourn.pulse to staff_owner;
grant update (capacity, version, delay) on sojourn.section_seat
    to staff_owner;
grant update (state, tries, next_try, last_error, not_before)
    on sojourn.outbox to staff_owner;
grant update (answer) on sojourn.correction to staff_owner;
grant select (account_id, expires_at, ended_at, last_seen)
    on sojourn.session to staff_owner;
grant select on sojourn.stored_file, sojourn.partner_list_row
    to staff_owner;
grant update (state) on sojourn.partner_list to staff_owner;
grant execute on function sojourn.pick(text, text, text, text),
    sojourn.says(text, text, text, jsonb, text, text, bigint),
    sojourn.conclude(sojourn.actor, text, sojourn.answer[]),
    sojourn.coordinators(integer),
    sojourn.decide_due(integer, timestamptz),
    sojourn.application_differences(bigint),
    sojourn.application_decide(sojourn.actor, bigint, text, text, bigint),
    sojourn.identity_merge(sojourn.actor, bigint, text),
    sojourn.identity_separate(sojourn.actor, bigint, text),
    sojourn.issue_plan(integer, bigint[]),
    sojourn.issue(sojourn.actor, integer, timestamptz, bigint[], text),
    sojourn.window_problem(integer, text, text, timestamptz, timestamptz,
	boolean),
    sojourn.window_mail(integer),
    sojourn.withdraw_due(bigint),
    sojourn.withdraw_decide(sojourn.actor, bigint[], text, text, text),
    sojourn.withdraw_confirm(sojourn.actor, bigint[], text, bigint, text,
	text),
    sojourn.section_close(sojourn.actor, integer, text, timestamptz),
    sojourn.missing(integer, integer),
    sojourn.list_head(integer, integer, bigint, text, text),
    sojourn.list_rows(sojourn.actor, integer, integer, bigint, text, integer,
	text, text),
    sojourn.list_file(sojourn.actor, integer, bigint), sojourn.list_signed(text),
    sojourn.list_acknowledge(sojourn.actor, integer, bigint, bigint),
    sojourn.quota_set(integer, integer, integer),
    sojourn.letter_of_list(sojourn.actor, integer, bigint, text, date, text,
	text, bytea, timestamptz),
    sojourn.recommend(sojourn.actor, bigint[], text, text, text, jsonb),
    sojourn.mail_secret(text), sojourn.mail_address(bigint, text),
    sojourn.correction_write(sojourn.actor, bigint, boolean, text),
    sojourn.account_open(sojourn.actor, text, text, text, text, text, integer,
	text[], text),
    sojourn.account_switch(sojourn.actor, bigint, boolean),
    sojourn.account_reset_mail(sojourn.actor, bigint),
    sojourn.account_role_set(sojourn.actor, bigint, text, boolean),
    sojourn.mail(text, text, text, jsonb, bigint, bigint, bigint, bigint,
	integer, timestamptz) to staff_owner;

-- documents, certificates
\ir grants/documents.sql
\ir grants/certificates.sql

-- timed jobs: clerk runs them, the command line too, the demo's clock on its way
grant execute on function sojourn.job_next(timestamptz, text),
    sojourn.job_step(timestamptz, text) to clerk_owner, cli_owner;

-- cli
grant select on sojourn.host, sojourn.term, sojourn.time_window,
    sojourn.university, sojourn.course, sojourn.section, sojourn.section_time,
    sojourn.section_seat, sojourn.section_quota, sojourn.seat_hold,
    sojourn.job_run, sojourn.schema_migration, sojourn.application,
    sojourn.identity_case, sojourn.enrolment,
    sojourn.registration_right, sojourn.withdrawal, sojourn.correction,
    sojourn.substitute, sojourn.final_list, sojourn.final_list_row,
    sojourn.registration_warning, sojourn.temporary_id, sojourn.id_serial, sojourn.outbox, sojourn.audit,
    sojourn.partner_list, sojourn.official_letter, sojourn.account_role
    to cli_owner;
grant select (id, login, kind, person_id, university_id, name, email, lang,
    password_state, disabled_at) on sojourn.account to cli_owner;
grant select (id, merged_into) on sojourn.person to cli_owner;
grant select (list_id, row_no, application_id)
    on sojourn.partner_list_row to cli_owner;
grant select (id, account_id, created_at, expires_at, ended_at,
    person_id, rights)
    on sojourn.session to cli_owner;
grant select (id, account_id, expires_at, used_at)
    on sojourn.token to cli_owner;
grant select (person_id) on sojourn.calendar_link to cli_owner;
grant select (section_id, state) on sojourn.waitlist to cli_owner;
grant select on pg_stat_activity to cli_owner;
grant execute on function pg_stat_get_activity(integer) to cli_owner;
grant execute on function sojourn.iso_time(timestamptz),
    sojourn.job_due(timestamptz, timestamptz), sojourn.job_now(text),
    sojourn.hash_weak(), sojourn.account_rights(bigint), sojourn.demo_hashes(),
    sojourn.import_section(integer, jsonb), sojourn.import_person(integer, jsonb),
    sojourn.import_window(integer, jsonb), sojourn.import_day(text, jsonb),
    sojourn.account_open(sojourn.actor, text, text, text, text, text, integer,
	text[], text),
    sojourn.account_switch(sojourn.actor, bigint, boolean),
    sojourn.account_role_set(sojourn.actor, bigint, text, boolean),
    sojourn.account_reset_mail(sojourn.actor, bigint),
    sojourn.account_address(sojourn.actor, bigint, text),
    sojourn.account_password(sojourn.actor, bigint, text) to cli_owner;
grant select on sojourn.exception, sojourn.exception_section to cli_owner;
grant execute on function sojourn.same_human(bigint, bigint) to cli_owner;
grant select on sojourn.practice, sojourn.section_quota, sojourn.cart,
    sojourn.refusal to cli_owner;

-- health: counts only
grant select (state, next_try, not_before) on sojourn.outbox to health_owner;
grant select (id, term_id, state) on sojourn.section to health_owner;
grant select (opened_at, waiting, pace) on sojourn.room to health_owner;
grant select (section_id, capacity, taken) on sojourn.section_seat
    to health_owner;
grant select (ended_at, expires_at) on sojourn.session to health_owner;
grant select (job, due_at, ran_at) on sojourn.job_run to health_owner;
grant execute on function sojourn.job_due(timestamptz, timestamptz)
    to health_owner;

-- the demo's part, where it is installed (S23)
do $$
begin
	if to_regprocedure('sojourn.clock_set(timestamptz)') is not null then
		grant execute on function sojourn.clock_set(timestamptz)
		    to demo_owner, cli_owner;
	end if;
end
$$;

-- the clock that never goes back (F9)
grant select on sojourn.clock_mark to register_owner, cli_owner;
grant update (at) on sojourn.clock_mark to cli_owner;
grant execute on function sojourn.clock_seen() to clerk_owner, cli_owner;
grant execute on function sojourn.clock_behind() to staff_owner, cli_owner;
grant execute on function sojourn.waitlist_work() to clerk_owner;

\ir grants/audit.sql
\ir grants/download.sql
\ir grants/erasure.sql
\ir grants/totp.sql
\ir grants/letters.sql
