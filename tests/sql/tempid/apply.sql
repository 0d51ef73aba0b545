begin;
\ir ../admissions.psql
select plan(26);
select adm.window('APPLY', '-1 day', '1 day');
grant usage on schema adm to sojourn_tempid;

create function adm.apply(p_request text, p_university text default 'TSTA',
    p_no text default '2024 001', p_term text default '2031-1',
    p_status text default 'enrolled', p_email text default 'minji@mail.example',
    p_collect text default '1', p_address text default '192.0.2.1')
returns text language sql volatile as $$
	select outcome || coalesce(' ' || rule, '') || coalesce(' ' || (detail ->> 'field'), '')
	  from tempid_api.apply(p_request, p_address, 'ja', p_term, p_university, p_no,
	    '김민지', 'KIM', 'Minji', '2001-03-09', 'MA', p_status, 'Science', 'Physics',
	    '3', p_email, '010-0000-0000', 'e3110 01017', p_collect, '1')
$$;
set session authorization sojourn_tempid;
select is(adm.apply('request-0001'), 'pending R36', 'R35, R36: received, to be confirmed');
reset session authorization;
create temp table app as select * from sojourn.application where email = 'minji@mail.example';
select is((select count(*)::integer from app), 1, 'one application');
select is((select state || '/' || door || '/' || recommendation || '/' || identity from app),
    'unconfirmed/web/none/open', 'nothing counts yet');
select is((select student_no || ' ' || previous_id from app), '2024001 E311001017', 'numbers in one form');
select ok((select consent_collect_at is not null and consent_provide_at is not null from app),
    'both consents with their time');
select is((select lang::text from app), 'ja', 'the language of the page');
select is((select person_id from app), null, 'S2: nobody is made');
select results_eq($$ select kind, to_address, lang::text, params from sojourn.outbox
    where application_id = (select id from app) $$,
    $$ values ('confirm', 'minji@mail.example', 'ja', '{"term": "2031-1"}'::jsonb) $$,
    'S17: the mail to the unconfirmed mailbox carries nothing that was typed');
select ok(not exists (select from sojourn.audit where detail::text ~ 'minji|김민지'), 'S12: nor does the audit');

set session authorization sojourn_tempid;
select is(adm.apply('request-0001'), 'already R35', 'the same request twice has one effect');
select is(adm.apply('request-0002', 'NOSUCH'), 'invalid R2 university', 'no such university');
select is(adm.apply('request-0003', p_term => '1999-1'), 'invalid R1 term', 'no such term');
select is(adm.apply('request-0004', 'TSTC'), 'ineligible R2 university', 'R2: no agreement');
select is(adm.apply('request-0005', p_status => 'leave'), 'ineligible R2 status', 'R2: on leave');
select is(adm.apply('request-0006', p_collect => ''), 'invalid R35 consent_collect', 'no consent');
select is(adm.apply('request-0007'), 'pending R36', 'S2: a second one of the same number is no obstacle');
reset session authorization;
update sojourn.agreement set valid = '[2020-01-01,2031-05-01)' where university_id = adm.u('TSTB');
select is(adm.apply('request-0008', 'TSTB'), 'ineligible R2 university', 'R2: an agreement that ends within the term');
update sojourn.agreement set valid = '[2020-01-01,2041-05-01)' where university_id = adm.u('TSTB');
update sojourn.university set active = false where code = 'TSTB';
select is(adm.apply('request-0009', 'TSTB'), 'ineligible R2 university', 'a university that is not active');
update sojourn.university set active = true where code = 'TSTB';

-- Deadlines and doors.
select adm.window('APPLY', '-1 day', '-1 minute', 'TSTB');
select is(adm.apply('request-0010', 'TSTB'), 'window R7', 'R7: the university''s own deadline');
update sojourn.time_window set closes_at = sojourn.now() where term_id = adm.term() and university_id is null;
select is(adm.apply('request-0011'), 'window R6', 'R6: the host''s deadline, exclusive');
update sojourn.time_window set closes_at = sojourn.now() + interval '1 second'
 where term_id = adm.term() and university_id is null;
select is(adm.apply('request-0012'), 'pending R36', 'the last second');
update sojourn.term set door = 'list' where id = adm.term();
select is(adm.apply('request-0013'), 'closed C2', 'C2: this term takes lists only');
update sojourn.term set door = 'both' where id = adm.term();

-- Limits (S4).
select is((select count(*)::integer from sojourn.outbox where to_address = 'minji@mail.example'), 3,
    'S4: three mails a day to one mailbox about one person');
select adm.apply('request-3' || lpad(i::text, 3, '0'), p_no => 'N' || i) from generate_series(1, 12) i;
select is((select count(*)::integer from sojourn.outbox where to_address = 'minji@mail.example'), 10,
    'S4: ten about whomever');
select adm.apply('request-2' || lpad(i::text, 3, '0'), p_email => 'x@mail.example') from generate_series(1, 12) i;
select is(adm.apply('request-0014'), 'busy S4', 'S4: attempts with one number from one address');
select is(adm.apply('request-0015', p_address => '198.51.100.7'), 'pending R36',
    'but nobody is locked out by somebody elsewhere');
select * from finish();
rollback;
