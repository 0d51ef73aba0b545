-- R33: the home university sees each act of its students, in order, and of
-- nobody else's.
begin;
\ir ../registration.psql
select plan(9);
select reg.student(n) from generate_series(1, 3) n;
select reg.section(n, case n when 5 then 0 else 30 end) from generate_series(1, 5) n;
update sojourn.section set waitlist = true where id = reg.id(5);
insert into sojourn.university (code, name_ko, name_en, name_ja) values ('TOTH', 'x', 'Other', 'x');
update sojourn.application set university_id = (select id from sojourn.university where code = 'TOTH') where person_id = reg.person(3);
update sojourn.registration_right set university_id = (select id from sojourn.university where code = 'TOTH') where person_id = reg.person(3);
insert into sojourn.account (login, kind, university_id, name, email)
select lower(code), 'partner', id, 'x', 'x@' || lower(code) || '.example' from sojourn.university where code in ('TREG', 'TOTH');
insert into sojourn.account_role (account_id, role) select id, 'coordinator' from sojourn.account where login in ('treg', 'toth');
insert into sojourn.session (token_hash, account_id, programs) select sha256(login::bytea), id, '{partner}' from sojourn.account where login in ('treg', 'toth');
create function reg.feed(p_who text, p_before bigint default null) returns text language sql as $$
	select string_agg(f.student_no || ' ' || f.act || ' ' || right(f.section, 5) || case when f.dropped = '' then '' else '/' || right(f.dropped, 5) end
	    || ' ' || f.actor, ', ') from partner_api.feed(sha256(p_who::bytea), 'partner.students', '2031-2', p_before, 'en') f
$$;
grant execute on function reg.feed to public;

select reg.at('2031-09-02 10:00+09');
set session authorization sojourn_register;
select reg.enrol(1, reg.code(1), reg.code(2));
select reg.enrol(3, reg.code(1));
select reg.enrol(1, reg.code(1));
select count(*) from register_api.waitlist_change(reg.hash(2), 'student', '', reg.code(5), 'add');
select count(*) from register_api.cart_change(reg.hash(2), 'student', '', array[reg.code(4)], 'add');
select reg.swap(1, reg.code(2), reg.code(3));
select reg.cancel(1, reg.code(3));
select reg.enrol(2, reg.code(1));
reset session authorization;
set session authorization sojourn_partner;
select is(reg.feed('treg'), 'T2 enrol 01-01 student, T1 cancel 03-01 student, T1 swap 03-01/02-01 student, T1 enrol 02-01 student, T1 enrol 01-01 student',
    'every act in order; the refused one, the cart and the waiting list left out');
select is(reg.feed('toth'), 'T3 enrol 01-01 student', 'S11: each university its own');
reset session authorization;

select reg.at('2031-09-10 10:00+09');
set session authorization sojourn_withdraw;
select count(*) from withdraw_api.ask(reg.hash(1), 'student', 'request-feed-1', reg.code(1), 'ill');
reset session authorization;
select id as asked from sojourn.withdrawal where person_id = reg.person(1) \gset
select sojourn.job_lapse('2031-09-30 18:00+09');
set session authorization sojourn_partner;
select is(split_part(reg.feed('treg'), ', ', 1), 'T1 withdraw-lapse 01-01 ', 'the end of a withdrawal that nobody confirmed');
select is(split_part(reg.feed('treg'), ', ', 2), 'T1 withdraw 01-01 student', 'after it was asked for');
reset session authorization;
select sojourn.section_close((select row('done', a.id, null, null, null, 'staff', '', 'en')::sojourn.actor from sojourn.account a where a.login = 'academic'), reg.id(1), 'x');
set session authorization sojourn_partner;
select is(split_part(reg.feed('treg'), ', ', 1) || '; ' || split_part(reg.feed('treg'), ', ', 2),
    'T2 closed-by-host 01-01 staff; T1 closed-by-host 01-01 staff', 'R32: a closed section, a line for each student');
select is(split_part(reg.feed('toth'), ', ', 1), 'T3 closed-by-host 01-01 staff', 'for each university');
select is((select array_agg(id order by id desc) = array_agg(id) from partner_api.feed(sha256('treg'), 'partner.students', '2031-2', null, 'en')), true, 'in the order of the audit');
select is((select count(*)::integer from partner_api.feed(sha256('treg'), 'partner.students', '2031-2',
    (select max(id) from partner_api.feed(sha256('treg'), 'partner.students', '2031-2', null, 'en')), 'en')), 8, 'page by page');
select is_empty($$ select from partner_api.feed(sha256('treg'), 'staff.mail', '2031-2', null, 'en') $$, 'not without the right');
reset session authorization;
select * from finish();
rollback;
