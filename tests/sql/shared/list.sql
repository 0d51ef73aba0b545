-- Applicant lists: verdicts, commit, letter (R3, R6, R20, R22, S2).
begin;
\ir ../admissions.psql
select plan(37);
select adm.window('APPLY', '-1 day', '1 day');
select adm.partner('ga', 'TSTA', 'coordinator');
create function adm.actor(p_kind text default 'partner') returns sojourn.actor language sql stable as $$
	select row('done', (select id from sojourn.account where login = 'ga'), null, null,
	    adm.u('TSTA'), p_kind, '', 'ko')::sojourn.actor $$;
create function adm.row(p_row integer, p_no text, p_name text, p_birth text, p_more jsonb default '{}',
    p_problems jsonb default '[]') returns jsonb language sql stable as $$
	select jsonb_build_object('row', p_row, 'problems', p_problems, 'raw', '{}', 'cells',
	    jsonb_build_object('student_no', p_no, 'name_native', p_name, 'birth_date', p_birth, 'level', 'MA',
		'department', 'Physics', 'email', p_no || '@list.example') || p_more) $$;
create function adm.list(p_rows jsonb[]) returns bigint language sql volatile as $$
	select sojourn.list_store(adm.actor(), adm.u('TSTA'), adm.term(), 'l.xlsx', sha256('x'), '[]', to_jsonb(p_rows)) $$;
create function adm.said(p_list bigint) returns text language sql stable as $$
	select string_agg(row_no || ' ' || verdict, ', ' order by row_no) from sojourn.partner_list_row where list_id = p_list $$;
create function adm.commit(p_list bigint) returns text language sql volatile as $$
	select concat_ws(' ', outcome, rule) from sojourn.list_commit(adm.actor(), adm.u('TSTA'), p_list, null) $$;
create function adm.of(p_no text) returns sojourn.application language sql stable as $$
	select a.* from sojourn.application a where a.university_id = adm.u('TSTA') and a.student_no = p_no
	   and a.term_id = adm.term() and a.state <> 'withdrawn' order by a.id desc limit 1 $$;

select adm.known('TSTA', '100', '백점', '2000-01-01', 201) as old \gset
select adm.known('TSTB', '200', '이백', '2000-02-02', 202);
select adm.app('TSTA', '300', '삼백', '2000-03-03', p_email => '300@list.example') as web \gset
select adm.app('TSTA', '400', '사백', '2000-04-04', p_email => 'thief@mail.example') as thief \gset
select adm.app('TSTA', '500', '오백', '2000-05-05') as other \gset
select adm.app('TSTA', '600', '육백', '2000-06-06', 'returned', 'list') as returned \gset
select adm.app('TSTA', '700', '칠백', '2000-07-07', 'issued', 'list') as issued \gset
select adm.app('TSTA', '800', '팔백', '2000-08-08', 'unconfirmed') as waiting \gset
select sojourn.identify_all(array[:web, :thief, :other, :returned, :issued]);

select adm.list(array[
    adm.row(3, '001', '하나', '2001-01-01', '{"name_latin": "Ha NA", "max_credits": "6"}'),
    adm.row(4, '100', '백점', '2000-01-01'),
    adm.row(5, '201', '이백', '2000-02-02'),
    adm.row(6, '300', '삼 백', '2000-03-03', '{"department": "Chemistry"}'),
    adm.row(7, '400', '사백', '2000-04-04'),
    adm.row(8, '500', '다른사람', '1999-05-05'),
    adm.row(9, '600', '육백', '2000-06-06', '{"department": "Geology"}'),
    adm.row(10, '700', '칠백', '2000-07-07'),
    adm.row(11, '800', '팔백', '2000-08-08'),
    adm.row(12, '００1', '하나', '2001-01-01') || '{"duplicate_of": 3}',
    adm.row(13, '901', '구백', '2001-99-99', '{}', '[{"column": "birth_date", "reason": "no-such-day"}]'),
    adm.row(15, '903', '쌍둥이', '2001-02-01'),
    adm.row(16, '904', '쌍둥이', '2001-02-01')
]) as list \gset
select is(adm.said(:list), '3 new, 4 returning, 5 doubtful, 6 adopts, 7 adopts, 8 differs, 9 corrects, '
    || '10 already, 11 new, 12 duplicate, 13 error, 15 new, 16 doubtful', 'every row''s verdict (R2, R20, R22, S2)');
select is((select count(*)::integer from sojourn.application where list_id = :list), 0, 'a preview writes nothing');
select is((select state || (digest is not null) from sojourn.partner_list where id = :list), 'previewtrue', 'previewed');

-- The data change between preview and commit.
savepoint before;
select adm.app('TSTA', '001', '하나', '2001-01-01', p_email => '001@list.example');
select is(adm.commit(:list), 'changed R20', 'the preview no longer holds');
select is((select count(*)::integer from sojourn.application where list_id = :list), 0, 'nothing is written');
select ok(adm.said(:list) like '3 adopts, %', 'the preview is renewed');
select is((select state from sojourn.partner_list where id = :list), 'preview', 'and can be committed as it is now');
select is(split_part(adm.commit(:list), ' ', 1), 'done', 'which is done');
rollback to before;
-- Late, closed, no agreement.
savepoint late;
update sojourn.time_window set closes_at = sojourn.now() where term_id = adm.term();
select ok(adm.commit(:list) = 'late R6', 'R6: after the day of receipt');
insert into sojourn.exception (kind, university_id, term_id, reason, until, asked_by)
values ('late-list', adm.u('TSTA'), adm.term(), 'snow', sojourn.now() + interval '1 hour', 1);
select ok(adm.commit(:list) = 'late R6', 'an exception that a second person has not agreed to');
update sojourn.exception set agreed_by = 2, agreed_at = now() where term_id = adm.term();
select ok(adm.commit(:list) = 'done', 'R6: a recorded exception for that university');
rollback to late;
update sojourn.term set door = 'web' where id = adm.term();
select is(adm.commit(:list), 'ineligible R2', 'C2: a term that takes no lists');
rollback to late;
delete from sojourn.agreement where university_id = adm.u('TSTA');
select is(adm.commit(:list), 'ineligible R2', 'R2: no agreement');
rollback to late;

-- Committed.
select is((select outcome || (detail ->> 'submitted') from sojourn.list_commit(adm.actor(), adm.u('TSTA'), :list,
    'request-0001')), 'done10', 'the good rows, without the others');
select is(adm.commit(:list), 'already R6', 'once');
select is((select count(*)::integer from sojourn.partner_list_row where list_id = :list
    and application_id is null and verdict not in ('error', 'duplicate', 'already')), 0,
    'every good row leads to its application');
select is((select state || '/' || door || '/' || identity || '/' || recommendation || '/' || max_credits || '/'
    || name_family || '/' || email from adm.of('001')),
    'submitted/list/new/none/6/NA/001@list.example', 'a new one (R19, R24)');
select is((select identity || person_id from adm.of('100')), 'known' || :old, 'R22: a returning student');
select is((select identity from adm.of('201')), 'doubtful', 'R22: name and birth date of somebody elsewhere');
select is((select identity || department || email from adm.of('300')), 'newPhysics300@list.example',
    'the web application keeps what the student typed');
select is((select list_data ->> 'department' from adm.of('300')), 'Chemistry', 'the list''s values beside it');
select is((select identity || email from adm.of('400')), 'doubtfulthief@mail.example', 'S2: another address is settled first');
select is((select identity || name_native from adm.of('500')), 'doubtful오백', 'S2: another human under this number');
select is((select state || department from adm.of('600')), 'submittedGeology', 'a returned one gets the list''s values');
select is((select state from sojourn.application where id = :issued), 'issued', 'what is issued is not touched');
select is((select count(*)::integer from sojourn.application where university_id = adm.u('TSTA') and student_no = '800'), 2,
    'it waits beside the list''s');
select is((select identity from adm.of('903')) || (select identity from adm.of('904')), 'newdoubtful', 'twins in one list');
select is((select count(*)::integer from sojourn.audit where act = 'list-commit' and object_id = :list and outcome = 'done'), 1,
    'the commit is in the audit');
select ok(not exists (select from sojourn.audit where detail::text ~ '하나|list.example'), 'S12: without names');

-- The letter recommends everybody who is not disputed (R3, before_approval).
create function adm.letter(p_list bigint, p_no text) returns integer language sql volatile as $$
	select sojourn.list_letter(adm.actor(), p_list, sojourn.letter_in(adm.actor(), adm.u('TSTA'), adm.term(),
	    'applications', p_no, '2031-01-01', null, null, null)) $$;
select is(adm.letter(:list, 'A-1'), 7, 'recommended, without the disputed ones');
select is((select string_agg(a.student_no, ' ' order by a.student_no) from sojourn.application a
    where a.list_id = :list and a.recommendation <> 'recommended'), '400 500 600', 'R3, S2: who waits');
select is((select count(*)::integer from sojourn.audit where act = 'recommend' and outcome = 'done'
    and (detail ->> 'letter') is not null), 7, 'each with the letter');
update sojourn.application set state = 'approved' where list_id = :list;
update sojourn.application set identity = 'new' where id = :thief;
select is((select string_agg(a.student_no || ' ' || p.fate, ', ' order by a.student_no) from sojourn.issue_plan(adm.term()) p
    join sojourn.application a on a.id = p.application where a.student_no in ('001', '400', '500')),
    '001 new, 400 review, 500 review', 'S2: nothing is issued while a claim is disputed');
update sojourn.university set verification_stage = 'after_application' where code = 'TSTA';
select adm.list(array[adm.row(2, '950', '나중', '2001-05-05')]) as second \gset
select adm.commit(:second);
select is(adm.letter(:second, 'A-3'), 0, 'R45: other stages recommend one by one');
select is((select recommendation from adm.of('950')), 'none', 'nobody is recommended by the letter');
select adm.list(array[adm.row(2, '950', '나중', '2001-05-05')]) as third \gset
select is(adm.said(:third), '2 already', 'the same list again');
select is(adm.commit(:third), 'minimum R20', 'there is nothing to submit');
select * from finish();
rollback;
