begin;
select plan(4);

select results_eq(
    $$ select count(*)::integer from (select name, labels from health_api.figures()
	group by 1, 2 having count(*) > 1) twice $$,
    array[0], 'each figure comes once');
select ok(exists (select from health_api.figures() where name = 'sessions'),
    'sessions are counted');
set session authorization sojourn_health;
select ok((select count(*) > 0 from health_api.figures()), 'as its own role');
select throws_ok('select * from sojourn.outbox', '42501', null,
    'S9: no table is open to the role');
reset session authorization;
select * from finish();
rollback;
