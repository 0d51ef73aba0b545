-- Timed jobs run once each, oldest first, and none from before the first start.
begin;
set search_path = sojourn, public;
set timezone = 'Asia/Seoul';
select plan(10);
delete from job_run;
select sojourn.clock_set('2025-08-14 10:00+09');
delete from job_run;
insert into job_run (job, due_at) values ('start', '2025-08-10 10:00+09');
select is(job || ' ' || due_at, 'open 2025-08-11 00:00:00+09', 'the oldest after the start')
  from (select job, due_at from job_step(sojourn.now())) q;
create temporary table ran (n serial, job text, due_at timestamptz);
do $$
begin
	loop
		insert into ran (job, due_at)
		select s.job, s.due_at from job_step(sojourn.now()) s;
		exit when not found;
	end loop;
end $$;
select ok((select bool_and(o) from (select due_at >= lag(due_at, 1, '-infinity') over (order by n) as o from ran) q), 'in order of time');
select ok((select count(*) = count(distinct (job, due_at)) and count(*) > 3 from ran), 'each once');
select ok(exists (select from ran where job = 'close'), 'a university''s deadline among them');
select ok((select min(due_at) > '2025-08-10 10:00+09' from ran), 'none from before the start');
select is((select job from job_step(sojourn.now())), null, 'nothing is left');
select is((select job from job_step('2025-08-18 09:00+09', 'open')), 'open', 'by name');
select is((select job from job_next('2025-08-18 09:00+09', 'close')), 'close', 'the other name still waits');
select is((select result from job_run where job = 'open' and due_at = '2025-08-18 09:00+09'),
    '{"windows": 1}', 'the result is kept');
select is(job_work('no such job', sojourn.now()), null, 'an unknown job is no fault');
select * from finish();
rollback;
