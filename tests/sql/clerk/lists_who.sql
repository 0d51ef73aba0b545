-- R55, R45, R18: which universities get a list, who has to recommend by it, what
-- it counts, and who is reminded: each condition by itself.
begin;
\ir ../registration.psql
select plan(13);
delete from sojourn.outbox;
select reg.student(n) from generate_series(1, 4) n;
select reg.section(n, 30) from generate_series(1, 3) n;
insert into sojourn.account (login, kind, university_id, name, email) values
    ('treg', 'partner', reg.u(), 'Park', 'office@treg.example'), ('treg.dean', 'partner', reg.u(), 'Dean', 'dean@treg.example');
insert into sojourn.account_role (account_id, role)
select id, case login when 'treg' then 'coordinator' else 'recommender' end from sojourn.account where login in ('treg', 'treg.dean');
set session authorization sojourn_register;
select reg.enrol(1, reg.code(1), reg.code(2)), reg.enrol(2, reg.code(1)) \g /dev/null
reset session authorization;
update sojourn.enrolment set state = 'withdrawn' where person_id = reg.person(1) and section_id = reg.id(2);
update sojourn.section_seat set taken = 0 where section_id = reg.id(2);
update sojourn.application set recommendation = 'none' where person_id = reg.person(3);
update sojourn.registration_right set suspended_at = now() where person_id = reg.person(4);
create function reg.newest() returns sojourn.final_list language sql stable security definer as $$
	select l from sojourn.final_list l where l.university_id = reg.u() and l.term_id = reg.term() order by l.version desc limit 1
$$;

-- R18: who may not register is not missing.
select is((select string_agg(a.student_no, ' ' order by a.student_no) from sojourn.missing(reg.term()) m
    join sojourn.application a on a.id = m.application_id), 'T3', 'missing is who may and has not');
select is(sojourn.job_minimum('2031-08-21 18:00+09') ->> 'students', '0', 'the lower limit is not looked at when REGISTER ends');

-- The first list comes though nothing can be different yet.
select reg.at('2031-08-22 10:00+09');
select is(sojourn.lists_make(reg.term(), 'final', false), 1, 'R55: the first list');
select is((reg.newest()).credits, 6, 'R11: who has withdrawn has no credits of it');
select is((reg.newest()).recommend, false, 'R45: by this list only where the stage says so');
select is((select string_agg(to_address, ' ') from sojourn.outbox where kind = 'list-made'), 'office@treg.example', 'so recommenders are not told');
update sojourn.university set verification_stage = 'after_registration' where id = reg.u();
select is(sojourn.lists_make(reg.term(), 'final', false), 0, 'nothing is different');
select is(sojourn.lists_make(reg.term(), 'final', true), 1, 'but asked for');
select is((reg.newest()).recommend, true, 'R45: one is not recommended yet');
update sojourn.application set recommendation = 'recommended' where person_id = reg.person(3);
select sojourn.lists_make(reg.term(), 'final', true) \g /dev/null
select is((reg.newest()).recommend, false, 'all are: there is nothing to recommend');

-- A reminder goes once for each morning, of the newest list alone.
select reg.at('2031-08-28 09:00+09');
delete from sojourn.outbox;
select is(sojourn.remind_lists('2031-08-28 09:00+09', false), 1, 'due tomorrow: one reminder, of the newest');
select is(sojourn.remind_lists('2031-08-28 09:00+09', false), 0, 'the same morning once more: none');
select is((select count(*) from sojourn.outbox where kind = 'list-reminder'), 1::bigint, 'one mail');
select * from finish();
rollback;
