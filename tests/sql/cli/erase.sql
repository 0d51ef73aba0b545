-- S25: erasing a human: what goes, what stays, and when not.
begin;
set search_path = sojourn, public;
set client_min_messages = warning;
select plan(26);
select sojourn.clock_set('2025-08-18 09:30+09');

-- The first has registered and the second has not; a returning one's data is
-- looked for everywhere below.
select id as one, person_id as p_one from temporary_id where serial = 1 and term_id =
    (select id from term where code = '2025-2') \gset
select id as two, person_id as p_two from temporary_id where serial = 2 and term_id =
    (select id from term where code = '2025-2') \gset
update person set email = 'secret-' || id || '@x.example', email2 = 'second@x.example', phone = '010-1234'
    where id in (:p_one, :p_two);
update person set name_native = '비밀이' || id where id in (:p_one, :p_two);
update application a set email = p.email, phone = p.phone, name_native = p.name_native,
    decision_reason = p.name_native, list_data = jsonb_build_object('name', p.name_native)
    from person p where p.id = a.person_id and p.id in (:p_one, :p_two);
insert into device (account_id, token_hash) select id, sha256(login::bytea) from account where person_id in (:p_one, :p_two);
insert into session (token_hash, account_id, programs) select sha256(login::bytea), id, '{register}' from account
    where person_id in (:p_one, :p_two);
insert into enrolment (person_id, section_id, term_id, credits, state, enrolled_at)
    select :p_one, s.id, s.term_id, 3, 'completed', now() from section s join term t on t.id = s.term_id
     where t.code = '2025-2' and s.code = 'BIO5012-01';
insert into outbox (kind, lang, to_address, account_id, person_id, params)
    select 'reset', 'ko', 'secret@x.example', id, person_id, '{"name": "비밀"}' from account
     where person_id in (:p_one, :p_two);
insert into correction (person_id, field, value, reason) values (:p_two, 'email', 'secret@x.example', '비밀');
create function pg_temp.erase(p_id text, p_dry boolean default false) returns text language sql as $$
	select concat_ws(' ', outcome, nullif(what, ''), record) from cli_api.erase(p_id, '2026-1', p_dry)
$$;
-- Where a human's name or address is found in the whole database.
create function pg_temp.found(p_like text) returns text language plpgsql as $$
declare
	v record;
	v_n bigint;
	v_out text[] := '{}';
begin
	for v in select c.relname from pg_class c where c.relnamespace = 'sojourn'::regnamespace
	    and c.relkind = 'r' order by 1
	loop
		execute format('select count(*) from sojourn.%I t where t::text like %L', v.relname, p_like)
		    into v_n;
		if v_n > 0 then
			v_out := v_out || v.relname::text;
		end if;
	end loop;
	return array_to_string(v_out, ' ');
end
$$;

select ok(has_function_privilege('sojourn_cli', 'cli_api.erase(text, text, boolean)', 'execute'), 'by the administrator alone');
select is(pg_temp.erase('E252999999'), 'unknown', 'nobody');
select is(pg_temp.erase(:'two'), 'pending term', 'not while the term runs');
update term set classes = daterange('2025-01-01', '2025-02-01') where code = '2025-2';
insert into letter (person_id, purpose, recipient, language, delivery, asked_at, state)
    values (:p_two, 'x', 'x', 'ko', 'download', now(), 'writing');
select is(pg_temp.erase(:'two'), 'pending letter', 'nor while a letter is written');
update letter set state = 'cancelled' where person_id = :p_two;
select isnt(pg_temp.found('%비밀이' || :p_two || '%'), '', 'the name is there');
select is(pg_temp.erase(:'two', true), 'done f', 'what would be');
select isnt(pg_temp.found('%비밀이' || :p_two || '%'), '', 'and nothing has changed');
select is((select count(*)::integer from audit where act = 'erase'), 0, 'nor been noted');

select is(pg_temp.erase(:'two'), 'done f', 'no record of study');
select is(pg_temp.found('%비밀이' || :p_two || '%'), '', 'the name is nowhere');
select is(pg_temp.found('%secret-' || :p_two || '@%'), '', 'the address is nowhere');
select is((select birth_date from person where id = :p_two), '1900-01-01', 'nor the birth date');
select is((select count(*)::integer from application where person_id = :p_two and student_no not like 'erased-%'), 0, 'nor the number');
select is((select count(*)::integer from session s join account a on a.id = s.account_id where a.person_id = :p_two), 0, 'no session');
select is((select row (password_state, disabled_at is null, login)::text from account where person_id = :p_two),
    format('(none,f,%s)', :'two'), 'no password; the ID is never given again');
select is((select row (value, reason, state)::text from correction where person_id = :p_two), '("","",refused)', 'what was typed');
select is((select count(*)::integer from outbox where person_id = :p_two and (to_address not like '%.invalid' or params <> '{}')), 0, 'mails');
select is((select row (object_id, person_id, rule)::text from audit where act = 'erase'), format('(%s,%s,S25)', :p_two, :p_two), 'noted, with ids');
select is(pg_temp.erase(:'two'), 'already', 'once');
select is(pg_temp.erase('application:' || (select min(id) from application where person_id = :p_two)), 'already', 'by an application, too');

select is(pg_temp.erase(:'one'), 'done t', 'a record of study');
select is((select name_native from person where id = :p_one), '비밀이' || :p_one, 'the name stays');
select is((select count(*)::integer from enrolment where person_id = :p_one), 1, 'and what was registered');
select is(pg_temp.found('%secret-' || :p_one || '@%'), '', 'the address goes');
select is((select row (email, phone, email2)::text from person where id = :p_one), '("","","")', 'all of them');
select is_empty('select * from cli_api.doctor_erasures()', 'doctor is content');
select * from finish();
rollback;
