-- R113-R115: the clock of a letter, its limits, who sees it, what ends it.
begin;
\ir ../documents.psql
select no_plan();
-- What lies on the desks of the demo is none of this.
update letter_author set state = 'relieved', ended_at = asked_at where state = 'open';
update letter set state = 'cancelled' where state in ('requested', 'writing', 'review');
select sojourn.clock_set('2025-08-14 10:00+09');
create schema lt;
grant usage on schema lt to public;

insert into session (token_hash, account_id, programs)
select sha256(convert_to(a.login, 'UTF8')), a.id, array['letters', 'documents'] from account a;
create function lt.ask(p_login text, p_recipient text, p_delivery text default 'download',
    p_request text default '', p_deadline date default null) returns text language sql as $$
	select outcome || coalesce(' ' || (detail ->> 'field'), '') from letters_api.ask(
	    sha256(convert_to(p_login, 'UTF8')), 'letters', p_request, 'a scholarship', p_recipient, '', 'en',
	    p_delivery, '', p_deadline, null, null, null)
$$;
create function lt.letter(p_recipient text) returns bigint language sql security definer as $$
	select max(id) from sojourn.letter where recipient = p_recipient
$$;
create function lt.due(p_asked text) returns text language sql as $$
	select to_char(sojourn.letter_due(p_asked::timestamptz) at time zone 'Asia/Seoul', 'MM-DD HH24:MI')
$$;
select sojourn.temporary_id('2025-2', 1) as one, sojourn.temporary_id('2025-2', 2) as two \gset

-- The clock: 15 August 2025 is a holiday, a Friday.
select is(lt.due('2025-08-11 23:59+09'), '08-13 18:00', 'R115: the second working day, to its end');
select is(lt.due('2025-08-14 00:00+09'), '08-19 18:00', 'R115: over a holiday and a week-end');
insert into holiday (day, name) values ('2025-08-18', 'x');
select is(lt.due('2025-08-14 00:00+09'), '08-20 18:00', 'R115: a new holiday moves it');
delete from holiday where day = '2025-08-18';

-- Asking.
set session authorization sojourn_letters;
select is(lt.ask(:'one', 'A', 'post'), 'invalid address', 'R114: post needs an address');
select is(lt.ask(:'one', 'A', 'download', '', '2025-08-13'), 'invalid deadline', 'a day that has passed');
select is(lt.ask(:'one', 'A', 'download', 'request-letter-1', '2025-08-14'), 'done', 'R113: asked, for the same day by the clock of windows');
select is(lt.ask(:'one', 'A', 'download', 'request-letter-1'), 'already', 'F8: the same request once');
select is(lt.ask(:'one', 'a'), 'duplicate', 'the same letter is asked for once');
select is((select string_agg(lt.ask(:'one', x), ' ') from unnest('{B,C,D,E,F}'::text[]) x),
    'done done done done quota', 'five at a time');
select is(lt.ask('prof.kim', 'A'), null, 'no student, no letter');
select throws_ok('select * from sojourn.letter', '42501', null, 'S9: no table for the login role');
reset session authorization;

-- The guard.
select throws_ok(format('update letter set state = ''delivered'' where id = %s', lt.letter('A')), '23000', null,
    'from asked to delivered leads no way');
select throws_ok(format('update letter set recipient = ''x'' where id = %s', lt.letter('A')), '23000', null,
    'what was asked for does not change');
select throws_ok(format('delete from letter where id = %s', lt.letter('F')), null, null, 'nor goes');

-- Late, by state and way.
select sojourn.clock_set('2025-08-19 17:59+09');
select is(letter_late(lt.letter('A')), false, 'not late to the last minute');
select sojourn.clock_set('2025-08-19 18:00+09');
select is(letter_late(lt.letter('A')), true, 'R115: late');
update letter set state = 'cancelled' where id = lt.letter('E');
select is(letter_late(lt.letter('E')), false, 'what was taken back is not late');

-- Reminders: an author since yesterday, and the office.
insert into letter_author (letter_id, account_id, name, asked_at, asked_by)
select lt.letter('A'), a.id, a.name, '2025-08-18 10:00+09', a.id from account a where login = 'prof.kim';
update letter set state = 'writing' where id = lt.letter('A');
delete from outbox;
select is(job_remind('2025-08-20 09:00+09') ->> 'authors', '2', 'R115: the author and the office hear of it');
select is((select string_agg(kind || ' ' || to_address, ', ' order by kind) from outbox where kind like 'letter%'),
    'letter-asked prof.kim@ust.example, letters-late affairs@ust.example', 'each once');
select is((select params ->> 'n' from outbox where kind = 'letters-late'), '4', 'how many are late');
delete from outbox;
select is(job_remind('2025-08-16 09:00+09') ->> 'authors', '0', 'not on a Saturday');
savepoint weeks;
select is(array(select job_remind(t) ->> 'authors' from unnest(array['2025-08-26 09:00+09', '2025-08-28 09:00+09',
    '2025-09-01 09:00+09', '2025-10-13 09:00+09', '2025-10-20 09:00+09']::timestamptz[]) t), array['2', '0', '2', '2', '0'],
    'a week long each working day, then once a week, for sixty days');
rollback to weeks;

-- Somebody outside may be the first author that a server process hears of.
savepoint outside;
set session authorization sojourn_letters;
select is((select outcome from letters_api.assign(sha256('affairs'), 'staff.letters', '', lt.letter('B'), '',
    'Ruth Weiss', 'weiss@uni.example', 'en')), 'done', 'R114: an author outside');
select is((select outcome from letters_api.assign(sha256('affairs'), 'staff.letters', '', lt.letter('B'), 'prof.kim',
    '', '', '')), 'changed', 'one author at a time');
select is((select outcome from letters_api.deliver(sha256('affairs'), 'staff.letters', '', lt.letter('B'), 'pickup',
    'Kim', '', null)), 'changed', 'nothing is delivered before it is issued');
rollback to outside;
set session authorization sojourn_letters;
select is((select outcome || (detail ->> 'field') from letters_api.assign(sha256('affairs'), 'staff.letters', '',
    lt.letter('B'), 'auditor', '', '', '')), 'invalidlogin', 'a colleague who may not write is not asked');
reset session authorization;
rollback to outside;

-- Who may see and write.
insert into letter_draft (letter_id, saved_at) values (lt.letter('A'), now());
set session authorization sojourn_letters;
select is((select count(*)::int from letters_api.write(sha256('prof.kim'), 'letters.write',
    (select max(letter) from letters_api.mine(sha256('prof.kim'), 'letters.write') where state = 'open'))), 1, 'the author has it');
select is((select count(*)::int from letters_api.write(sha256('affairs'), 'letters.write', lt.letter('A'))), 0,
    'nobody else, the office neither');
select is((select count(*)::int from letters_api.index(sha256(convert_to(:'two', 'UTF8')), 'letters')), 0,
    'S18: nothing of another student');
select is((select outcome from letters_api.cancel(sha256(convert_to(:'two', 'UTF8')), 'letters', '',
    (select min(letter) from letters_api.index(sha256(convert_to(:'one', 'UTF8')), 'letters')))), 'gone',
    'S18: nor to be taken back');
select is((select count(*)::int from letters_api.queue(sha256('prof.kim'), 'staff.letters', '', '')), 0,
    'an instructor has no queue');
reset session authorization;

insert into token (hash, kind, value, expires_at) select sha256('other-door'), 'letter-reader', max(id)::text,
    '2025-12-01' from letter_author;
set session authorization sojourn_letters;
select is((select outcome from letters_api.write_by_link('other-door')), 'gone', 'a link opens one kind of door');
reset session authorization;

-- Versions: what was saved in between is not overwritten.
create function lt.save(p_version integer, p_body text, p_decision text default 'save',
    p_request text default '') returns text language sql as $$
	select outcome || coalesce(' ' || (detail ->> 'version'), '') || coalesce(' ' || (detail ->> 'field'), '')
	  from letters_api.save(sha256('prof.kim'), 'letters.write', p_request, (select max(letter) from letters_api.mine(
	    sha256('prof.kim'), 'letters.write')), p_decision, p_version, '', p_body, '', 'Kim', '', true, '')
$$;
set session authorization sojourn_letters;
select is(lt.save(1, 'one'), 'done 2', 'saved');
select is(lt.save(1, 'two'), 'changed 2', 'a second window is told');
select is(lt.save(2, 'three', 'save', 'request-save-1'), 'done 3', 'saved again');
select is(lt.save(2, 'three', 'save', 'request-save-1'), 'already', 'F8: pressed twice');
select is(lt.save(2, 'four', 'save', 'request-save-1'), 'changed 3', 'the back button: other words are not lost');
select is(lt.save(3, 'one'), 'done 4', 'put together');
select is(lt.save(1, 'one'), 'done 4', 'the same text is no change');
select is(lt.save(4, '', 'submit'), 'invalid 5 body', 'nothing written, nothing handed in');
select is(lt.save(5, E'First.\n\n \nSecond.', 'submit', 'request-submit'), 'done 6', 'handed in');
select is(lt.save(5, E'First.\n\n \nSecond.', 'submit', 'request-submit'), 'already', 'F8');
select is(lt.save(6, 'later'), 'gone', 'and closed');
reset session authorization;
select is((select letter_content(lt.letter('A')) -> 'paragraphs'), '["First.", "Second."]', 'paragraphs');

-- Four eyes, and the version that was read.
create function lt.read(p_login text, p_version integer) returns text language sql as $$
	select outcome from letters_api.read(sha256(convert_to(p_login, 'UTF8')), 'staff.letters', '',
	    (select letter from letters_api.queue(sha256('affairs'), 'staff.letters', 'review', '')), 'approve',
	    p_version, '')
$$;
insert into account_role (account_id, role) select id, 'affairs' from account where login = 'prof.kim';
set session authorization sojourn_letters;
select is(lt.read('prof.kim', 6), 'forbidden', 'who wrote it does not approve it');
select is(lt.read('affairs', 5), 'changed', 'another text than the one that was read');
select is(lt.read('affairs', 6), 'pending', 'approved');
reset session authorization;
select serial as doc from letter_document \gset
select is((select state from letter where id = lt.letter('A')), 'approved', 'not issued before it is signed');
select pg_temp.print(:'doc');
select pg_temp.sign(:'doc');
select is((select state from letter where id = lt.letter('A')), 'issued', 'issued with its document');

-- Confidential: not for the student, and late until it is on its way.
set session authorization sojourn_documents;
select is((select count(*)::int from documents_api.file(sha256(convert_to(:'one', 'UTF8')), '', :'doc')), 0,
    'a sealed letter is not for the student');
select is((select count(*)::int from documents_api.index(sha256(convert_to(:'one', 'UTF8')), 'letters')), 0,
    'nor on the list');
select is((select count(*)::int from documents_api.file(sha256('affairs'), '', :'doc')), 1, 'the office has it');
reset session authorization;
select is(letter_late(lt.letter('A')), true, 'sealed: the office has still to send it');
set session authorization sojourn_letters;
select is((select outcome from letters_api.deliver(sha256('affairs'), 'staff.letters', '', (select max(letter)
    from letters_api.queue(sha256('affairs'), 'staff.letters', 'issued', '')), 'link', 'no address', '', null)),
    'invalid', 'a link needs an address');
select is((select outcome from letters_api.deliver(sha256('affairs'), 'staff.letters', '', (select max(letter)
    from letters_api.queue(sha256('affairs'), 'staff.letters', 'issued', '')), 'link', 'dean@other.example', '', null)),
    'done', 'a link to the recipient');
select is((select outcome from letters_api.cancel(sha256(convert_to(:'one', 'UTF8')), 'letters', '', lt.letter('A'))),
    'closed', 'what is on its way is not taken back');
select is((select outcome from letters_api.revoke(sha256('affairs'), 'staff.letters', '', lt.letter('A'), ' ')), 'invalid',
    'nor revoked without a reason');
reset session authorization;
select is(letter_late(lt.letter('A')), false, 'on its way');

-- While one of it holds it is corrected or revoked, never refused.
savepoint back;
update letter set state = 'requested' where id = lt.letter('A');
set session authorization sojourn_letters;
select is((select outcome from letters_api.refuse(sha256('affairs'), 'staff.letters', '', lt.letter('A'), 'no')),
    'closed', 'what was issued is not refused');
select is((select outcome from letters_api.cancel(sha256(convert_to(:'one', 'UTF8')), 'letters', '', lt.letter('A'))),
    'closed', 'nor taken back by its student');
reset session authorization;
rollback to back;

-- The recipient's link.
select is((select ok from mailer_api.keep(array(select id from outbox where kind = 'letter-reader'),
    '{letter-reader}', array[encode(sha256('reader-token'), 'hex')])), true, 'its token is kept');
set session authorization sojourn_letters;
select is((select outcome from letters_api.reader('reader-token', 'en')), 'done', 'opens');
select is((select serial from letters_api.reader_file('reader-token')), :'doc', 'and gives the letter');
select is((select outcome from letters_api.write_by_link('reader-token')), 'gone', 'but is no author''s');
reset session authorization;
select sojourn.clock_set('2025-09-30 10:00+09');
set session authorization sojourn_letters;
select is((select outcome from letters_api.reader('reader-token', 'en')), 'expired', 'for thirty days');
select is_empty('select * from letters_api.reader_file(''reader-token'')', 'then nothing');
select is((select outcome from letters_api.revoke(sha256('affairs'), 'staff.letters', '', (select max(letter)
    from letters_api.queue(sha256('affairs'), 'staff.letters', 'delivered', '')), 'wrong person')), 'done', 'revoked');
reset session authorization;
select is(pg_temp.state(:'doc'), 'revoked', 'and its document with it');

-- What is kept no longer than it has a purpose (S25).
insert into stored_file (sha256, media_type, name, size, content) values (sha256('x'), 'application/pdf', 'f', 1, 'x');
update letter set form_id = (select max(id) from stored_file), ended_at = '2025-01-01' where id = lt.letter('E');
insert into letter_draft (letter_id, saved_at, body) values (lt.letter('E'), now(), 'text');
select job_purge('2025-12-31 03:30+09');
select is((select body from letter_draft where letter_id = lt.letter('E')), '', 'a text that was never issued goes');
select is((select count(*)::int from stored_file where sha256 = sha256('x')), 1, 'a form not yet');
select job_purge('2026-01-02 03:30+09');
select is((select count(*)::int from stored_file where sha256 = sha256('x')), 0, 'a year after the end it does');
select * from finish();
rollback;
