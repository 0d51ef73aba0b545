begin;
select plan(5);

select results_eq(
    $$ select count(*)::integer from (select name, labels from health_api.figures()
	group by 1, 2 having count(*) > 1) twice $$,
    array[0], 'each figure comes once');
select ok(exists (select from health_api.figures() where name = 'sessions'),
    'sessions are counted');
select is((select sum(figure)::integer from health_api.figures() where name = 'seats'),
    (select sum(e.capacity)::integer from sojourn.section_seat e join sojourn.section s
	on s.id = e.section_id where s.state = 'open'
	and s.term_id = sojourn.term_current('')), 'seats are those of the open sections');
set session authorization sojourn_health;
select ok((select count(*) > 0 from health_api.figures()), 'as its own role');
select throws_ok('select * from sojourn.outbox', '42501', null,
    'S9: no table is open to the role');
reset session authorization;
select * from finish();
rollback;
