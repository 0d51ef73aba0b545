-- R108, R112: what student affairs decide is looked at again, and decided once.
begin;
\ir ../documents.psql
select plan(10);
select id as wish from certificate_request where state = 'review' \gset
create function pg_temp.verify(p_wish bigint, p_good boolean) returns text language sql as $$
	select sojourn.certificate_verify(null, p_wish, p_good, '이유', 'reason')
$$;

-- The record gives no right to it any more: it can only be refused.
savepoint s;
update degree_record set expected_on = null
 where student_no = (select subject from certificate_request where id = :wish);
select is(pg_temp.verify(:wish, true), 'ineligible', 'R112: the right ended before it was verified');
select is((select state from certificate_request where id = :wish), 'review', 'it still waits');
select is(pg_temp.verify(:wish, false), 'done', 'refused');
rollback to s;
select is(pg_temp.verify(:wish, true), 'done', 'R112: verified');
select is(pg_temp.verify(:wish, true), 'gone', 'once');
select is(pg_temp.verify(:wish, false), 'gone', 'and not refused after it');

-- A case is decided once.
select pg_temp.enrol(pg_temp.person(3), 'BIO5012-01');
select pg_temp.ask(pg_temp.person(3)) as a \gset
select pg_temp.print(:'a');
select pg_temp.sign(:'a');
insert into certificate_case (document_id, person_id, what, words, asked_at, due_at)
select id, person_id, 'name', 'wrong', sojourn.now(), sojourn.now() from document where serial = :'a';
create function pg_temp.decide(p_good boolean, p_answer text) returns text language sql as $$
	select sojourn.certificate_case_end(null, (select max(id) from sojourn.certificate_case), p_good, p_answer, p_answer)
$$;
select is(pg_temp.decide(false, 'first'), 'done', 'R108: nothing wrong was found');
select is(pg_temp.decide(false, 'second'), 'gone', 'twice is once');
select is(pg_temp.decide(true, ''), 'gone', 'nor is it corrected after that');
select is((select answer from certificate_case order by id desc limit 1), 'first', 'the answer stays');
select * from finish();
rollback;
