-- sojourn.audit_settle: what batches have written becomes rows, step by step,
-- each once and as it was (S13).
begin;
\ir ../admissions.psql
select plan(18);
delete from sojourn.audit_batch;
create schema reg;

-- Batches of three lines from number p_from on, a second apart, the newest so old.
create function reg.fill(p_from integer, p_till integer, p_old interval) returns void language sql as $$
	insert into sojourn.audit_batch (tx, first_id, at, lines)
	select (100 + b)::text::xid8, (l[1]).id, clock_timestamp() - p_old - (p_till - b) * interval '1 second', l
	  from generate_series(p_from, p_till) b cross join lateral (
		select array_agg(row (nextval('sojourn.audit_id_seq'), now() + b * interval '1 second', b, b * 10 + n,
		    5, 7, 'request-' || b || '-' || n, 3, 6, 12, 40, b)::sojourn.batch_line order by n) as l
		  from generate_series(1, 3) n) q
	 order by b
$$;
create view reg.made as select * from sojourn.audit where request_id ~ '^request-\d+-\d$';

select reg.fill(1, 600, '1 minute');
create table reg.was as select b.tx, b.at, l.* from sojourn.audit_batch b cross join unnest(b.lines) l;
select is(sojourn.audit_settle(null, 500), 750, 'it ends after the step in which it has made so many rows');
select is((select count(*) from sojourn.audit_batch), 350::bigint, 'the rest waits');
select ok((select max(id) from reg.made) < (select min(first_id) from sojourn.audit_batch), 'the oldest come first');
select is(sojourn.audit_settle(null, 1), 750, 'the next call goes on where it ended');
select is(sojourn.audit_settle(), 300, 'without a number all is done');
select is(sojourn.audit_settle(), 0, 'nothing is left');
select results_eq($$ select tx, id, at, told_at, account_id, person_id, university_id, object_id, request_id,
	(detail ->> 'version')::integer from reg.made order by id $$,
    $$ select tx, id, at, told_at, account_id, person_id, university_id, section_id::bigint, request_id, version
	from reg.was order by id $$, 'every line is a row once, with the id, transaction and times of its batch');

-- Of one person.
select reg.fill(701, 1300, '1 minute');
select is(sojourn.audit_settle(null, null, 12902), 3, 'only batches in which the person stands');
select is((select array_agg(person_id order by id) from reg.made where person_id > 7000), array[12901, 12902, 12903]::bigint[],
    'they become rows as a whole');
select is(sojourn.audit_settle(null, null, 0), 0, 'of nobody: nothing');

-- What breaks in the middle leaves all as it was, or what was committed before.
create function reg.broken() returns trigger language plpgsql as $$
begin
	if new.person_id = 12501 then
		raise exception 'the disk is full';
	end if;
	return new;
end
$$;
create trigger broken before insert on sojourn.audit for each row execute function reg.broken();
select is(sojourn.audit_settle(null, 1), 750, 'a step before it stays');
select throws_ok('select sojourn.audit_settle()', 'the disk is full');
select is((select (select count(*) from reg.made where person_id > 7000)
    + (select sum(cardinality(lines))::bigint from sojourn.audit_batch)), 1800::bigint, 'no line is lost, none is there twice');
drop trigger broken on sojourn.audit;
select is(sojourn.audit_settle(), 1047, 'and it goes on afterwards');

-- A rush is left alone for a while.
select reg.fill(1401, 1402, '0');
select is(sojourn.audit_settle('10 seconds'), null, 'batches keep coming: later');
select is(sojourn.audit_settle(), 6, 'who reads does not wait');
select reg.fill(1403, 1420, '0');
select is(sojourn.audit_settle('10 seconds'), 54, 'not longer than the patience');
select reg.fill(1501, 1501, '2 seconds');
select is(sojourn.audit_settle('10 seconds'), 3, 'and not once it is over');
select * from finish();
rollback;
