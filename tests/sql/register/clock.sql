-- F9: the clock of the machine steps back; no window opens again by it.
begin;
\ir ../registration.psql
select plan(15);
select reg.student(n) from generate_series(1, 9) n;
select reg.section(1, 100);
select reg.at('2031-08-21 17:50:00+09');
-- The machine's clock as it would be after a step back by that much: it was
-- later before.
create function reg.stepped_back(p interval) returns void language sql as $$
	update sojourn.clock_mark set at = clock_timestamp() + p
$$;
create function reg.press(p_n integer, p_ago interval default '0') returns text
language sql as $$
	select reg.ask(p_n, 'enrol', array[reg.code(1)], array[null], '',
	    clock_timestamp() - p_ago)
$$;
grant execute on function reg.press to public;

set session authorization sojourn_register;
select is(reg.press(1), 'TST5001-01 done', 'ten minutes before the close');
reset session authorization;
select reg.stepped_back('9 minutes');
set session authorization sojourn_register;
select is(reg.press(2), 'TST5001-01 done', 'it was a minute before the close already');
reset session authorization;
select reg.stepped_back('11 minutes');
set session authorization sojourn_register;
select is(reg.press(3), 'TST5001-01 window R10', 'it had closed: it stays closed');
select is(reg.press(3, '20 minutes'), 'TST5001-01 window R10', 'nor for whoever says he came before');
reset session authorization;
select ok(sojourn.now() >= '2031-08-21 18:00+09', 'time stands still');
select is((sojourn.window_state(reg.term(), 'REGISTER')).state, 'closed',
    'for every program');
select is((select count(*) from cli_api.doctor_clock() d where d.violation = 'clock-back'), 1::bigint, 'doctor finds it');
select ok(clerk_api.clock() between 600 and 660, 'clerk learns by how much');
select ok(cli_api.clock_accept() between 600 and 660, 'somebody says that the clock is right');
select is_empty('select * from cli_api.doctor_clock()', 'then it is');

-- The first refusal at the close is a mark of its own.
update sojourn.clock_mark set at = clock_timestamp() - interval '1 hour';
select reg.at('2031-08-21 18:00+09');
set session authorization sojourn_register;
select is(reg.press(4), 'TST5001-01 window R10', 'refused at the close');
reset session authorization;
select ok(m.at > clock_timestamp() - interval '10 seconds', 'noted') from sojourn.clock_mark m;
update sojourn.clock_mark set at = clock_timestamp() - interval '1 hour';
select reg.at('2031-08-20 12:00+09');
set session authorization sojourn_register;
select reg.press(5);
reset session authorization;
select ok(m.at < clock_timestamp() - interval '59 minutes', 'an act inside the window writes nothing there')
  from sojourn.clock_mark m;

-- Where it has stepped back, nobody is believed to have come before the close.
update sojourn.clock_mark set at = clock_timestamp() - interval '1 hour';
select reg.at('2031-08-21 18:00:03+09');
set session authorization sojourn_register;
select is(reg.press(6, '10 seconds'), 'TST5001-01 done', 'came before the close, decided after it');
reset session authorization;
select reg.stepped_back('5 seconds');
select reg.at('2031-08-21 17:59:58+09');
set session authorization sojourn_register;
select is(reg.press(7, '10 seconds'), 'TST5001-01 window R10', 'now it is who comes after it');
reset session authorization;
select * from finish();
rollback;
