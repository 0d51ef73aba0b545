-- R9, R10, C26, F9: each window at its first and last instant.
begin;
\ir ../registration.psql
select plan(27);
select reg.student(n) from generate_series(1, 20) n;
select reg.section(1, 100);
select reg.section(2, 100);

select reg.section(3, 100);
-- Everybody has section 2 to begin with.
insert into sojourn.enrolment (person_id, section_id, term_id, credits, enrolled_at)
select reg.person(n), reg.id(2), reg.term(), 3, now() from generate_series(1, 20) n;
update sojourn.section_seat set taken = 20 where section_id = reg.id(2);

-- One act of student n that arrives exactly at that time.
create function reg.arrives(p_n integer, p_act text, p timestamptz) returns text
language plpgsql as $$
begin
	perform reg.at(p);
	return reg.ask(p_n, p_act, array[case when p_act <> 'cancel' then reg.code(1) end],
	    array[case when p_act <> 'enrol' then reg.code(2) end], '', transaction_timestamp());
end
$$;
grant execute on function reg.arrives to public;
set session authorization sojourn_register;

select is(reg.arrives(1, 'enrol', '2031-08-18 08:59:59.999999+09'), 'TST5001-01 window R9', 'R9: just before it opens');
select is(reg.arrives(1, 'enrol', '2031-08-18 09:00+09'), 'TST5001-01 done', 'R9: the first instant');
select is(reg.arrives(2, 'enrol', '2031-08-21 17:59:59.999999+09'), 'TST5001-01 done', 'R9: the last instant');
select is(reg.arrives(3, 'enrol', '2031-08-21 18:00+09'), 'TST5001-01 window R10', 'R9: closed at the printed minute');
select is(reg.arrives(3, 'swap', '2031-08-21 17:59:59.999999+09'), 'TST5001-01 done', 'C26: swap in REGISTER');
select is(reg.arrives(4, 'cancel', '2031-08-21 17:59:59.999999+09'), 'TST5002-01 done', 'C26: cancel in REGISTER');
select is(reg.arrives(5, 'cancel', '2031-08-25 12:00+09'), 'TST5002-01 window R10', 'between the windows nothing');
select is(reg.arrives(5, 'swap', '2031-09-01 08:59:59.999999+09'), 'TST5001-01 window R10', 'R10: just before it opens');
select is(reg.arrives(5, 'swap', '2031-09-01 09:00+09'), 'TST5001-01 done', 'R10: swap at the first instant');
select is(reg.arrives(6, 'cancel', '2031-09-01 09:00+09'), 'TST5002-01 done', 'R10: cancel at the first instant');
select is(reg.arrives(7, 'enrol', '2031-09-07 17:59:59.999999+09'), 'TST5001-01 done', 'R10: add at the last instant');
select is(reg.arrives(8, 'enrol', '2031-09-07 18:00+09'), 'TST5001-01 window R10', 'R10: closed');
select is(reg.arrives(8, 'cancel', '2031-09-10 12:00+09'), 'TST5002-01 window R10', 'R11: in WITHDRAW nothing is cancelled');

-- What the refusal says.
reset session authorization;
create function reg.detail() returns jsonb language sql as $$
	select detail from register_api.decide_batch('student', array[reg.hash(8)], array['enrol'],
	    array[''], array[transaction_timestamp()], array[1], array[reg.code(1)], array[null])
$$;
select reg.at('2031-08-16 12:00+09');
set session authorization sojourn_register;
select is(reg.detail(), jsonb_build_object('window', 'REGISTER', 'opens_at', '2031-08-18 09:00+09'::timestamptz), 'before: when it opens');
select reg.at('2031-08-22 12:00+09');
select is(reg.detail(), jsonb_build_object('window', 'CHANGE', 'opens_at', '2031-09-01 09:00+09'::timestamptz), 'between: when the next opens');
select reg.at('2031-10-01 12:00+09');
select is(reg.detail(), jsonb_build_object('window', 'CHANGE', 'closes_at', '2031-09-07 18:00+09'::timestamptz), 'after: when it closed');

-- C26 as the rule says, not as the code says.
reset session authorization;
update sojourn.rule_value set value = 'no' where key = 'cancel_in_register';
set session authorization sojourn_register;
select is(reg.arrives(9, 'cancel', '2031-08-19 12:00+09'), 'TST5002-01 window R10', 'C26: not in REGISTER by the rule');
select is(reg.arrives(9, 'swap', '2031-08-19 12:00+09'), 'TST5001-01 window R10', 'C26: neither a swap');
select is(reg.arrives(9, 'enrol', '2031-08-19 12:00+09'), 'TST5001-01 done', 'C26: adding is not touched');
select is(reg.arrives(10, 'cancel', '2031-09-02 12:00+09'), 'TST5002-01 done', 'C26: cancel in CHANGE');

-- F9: arrival decides, but no clock reopens a window.
reset session authorization;
select reg.at('2031-08-21 18:00:10+09');
set session authorization sojourn_register;
select is(reg.ask(11, 'enrol', array[reg.code(1)], array[null], '', transaction_timestamp() - interval '11 seconds'),
    'TST5001-01 done', 'F9: arrived before the close, decided after it');
select is(reg.ask(12, 'enrol', array[reg.code(1)], array[null], '', transaction_timestamp() - interval '10 seconds'),
    'TST5001-01 window R10', 'F9: arrived at the close');
select is(reg.ask(12, 'enrol', array[reg.code(1)], array[null], '', transaction_timestamp() + interval '2 weeks'),
    'TST5001-01 window R10', 'F9: a clock that runs ahead opens nothing');
reset session authorization;
select reg.at('2031-08-21 18:05+09');
set session authorization sojourn_register;
select is(reg.ask(12, 'enrol', array[reg.code(1)], array[null], '', transaction_timestamp() - interval '1 hour'),
    'TST5001-01 window R10', 'F9: a clock that runs late reopens nothing');

-- An exception that two of staff recorded.
reset session authorization;
insert into sojourn.exception (kind, person_id, term_id, reason, until, asked_by)
values ('late-act', reg.person(12), reg.term(), 'illness', '2031-08-25 18:00+09', 1);
set session authorization sojourn_register;
select is(reg.arrives(12, 'enrol', '2031-08-24 12:00+09'), 'TST5001-01 window R10', 'an exception that one asked for');
reset session authorization;
update sojourn.exception set agreed_by = 2, agreed_at = now() where person_id = reg.person(12);
set session authorization sojourn_register;
select is(reg.arrives(12, 'enrol', '2031-08-25 17:59:59.999999+09'), 'TST5001-01 done', 'agreed by a second, until its end');
select is(reg.arrives(12, 'cancel', '2031-08-25 18:00+09'), 'TST5002-01 window R10', 'and no longer');
select * from finish();
rollback;
