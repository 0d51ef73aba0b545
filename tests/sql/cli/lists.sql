-- The reading functions of cli_api, as sojourn_cli.
begin;
set search_path = public;
select plan(13);
select sojourn.clock_set('2025-08-14 10:00+09');
delete from sojourn.job_run;
set session authorization sojourn_cli;
select is((select told_at || ' ' || zone || ' ' || movable from cli_api.clock()),
    '2025-08-14T10:00:00+09:00 Asia/Seoul true', 'clock: in the zone of the institution');
select is((select opens_at || ' ' || state from cli_api.term_windows('') where kind = 'REGISTER'),
    '2025-08-18T09:00:00+09:00 before', 'windows of the current term');
select is((select closes_at from cli_api.term_windows('2018-1') where kind = 'CHANGE'),
    '2018-03-16T00:00:00+09:00', 'windows of another');
select is((select count(*)::integer from cli_api.term_windows('2040-1')), 0, 'no such term');
select is((select waiting from cli_api.queues() where queue = 'to-issue'),
    (select waiting from cli_api.queues() where queue = 'identities') + 1, 'queues count');
select is((select count(*)::integer from cli_api.queues()), 9, 'every queue has its row');
select ok((select connections > 0 from cli_api.programs() where program = 'cli') is not null, 'programs');
select is((select version from cli_api.schema_version()), 0, 'no migration yet');
select is((select next_due from cli_api.job_list() where job = 'open'),
    '2025-08-18T09:00:00+09:00', 'jobs: what comes next');
select is((select overdue from cli_api.job_list() where job = 'close'), 0::bigint, 'nothing overdue');
select is((select count(*)::integer from cli_api.job_step('')), 0, 'nothing to run');
select is((select count(*)::integer from cli_api.job_now('no such')), 0, 'an unknown job is no row');
select is((select result from cli_api.job_now('close')), '{"windows": 0}', 'a job at this moment');
select * from finish();
rollback;
