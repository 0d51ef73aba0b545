-- People who visited in 2018-1 through the web door (document 001) and keep
-- their IDs for ever (R22).  The first of them stands, as a doctoral student
-- with a new number, in docs/samples/cnu-2025-2.csv and is recognised there.
-- They know the same password as the other students; their devices do not.
create temporary table seed_former as
select f.*, u.id as university_id, t.id as term_id, t.code as term,
       nextval(pg_get_serial_sequence('sojourn.person', 'id')) as person_id,
       nextval(pg_get_serial_sequence('sojourn.application', 'id')) as application_id
  from (values
	(1, 'CNU', '201610442', '강하은', 'Kang', 'Haeun', '1997-12-01', 'BA', '물리학과', 'haeun.kang@cnu.example', 'ko'),
	(2, 'KAIST', '20164417', '조민서', 'Cho', 'Minseo', '1992-11-02', 'PHD', '전산학부', 'minseo.cho@kaist.example', 'ko'),
	(3, 'CNU', '201640118', '배수현', 'Bae', 'Suhyun', '1994-02-28', 'BA', '화학과', 'suhyun.bae@cnu.example', 'ko'),
	(4, 'SNU', '2017-20553', '남궁솔', 'Namgung', 'Sol', '1991-08-30', 'MA', '물리·천문학부', 'sol.namgung@snu.example', 'ko'),
	(5, 'POSTECH', '20171093', 'Rahul Verma', 'Verma', 'Rahul', '1990-01-12', 'PHD', 'Materials Science', 'rahul.verma@postech.example', 'en'),
	(6, 'CNU', '201750377', '곽다인', 'Kwak', 'Dain', '1993-12-09', 'MA', '신소재공학과', 'dain.kwak@cnu.example', 'ko')
       ) as f(n, university, student_no, native, family, given, born, level,
	   department, email, lang)
  join sojourn.university u on u.code = f.university
  join sojourn.term t on t.code = '2018-1'
 order by f.n;

insert into sojourn.person (id, name_native, name_family, name_given,
    birth_date, email, created_at)
overriding system value
select person_id, native, family, given, born::date, email,
       '2018-02-13 18:00+09'
  from seed_former order by n;
insert into sojourn.student (person_id, university_id, student_no, level,
    department, since)
select person_id, university_id, student_no, level, department, '2018-02-13'
  from seed_former order by n;
insert into sojourn.temporary_id (id, person_id, term_id, serial, issued_at)
select sojourn.temporary_id(term, n), person_id, term_id, n,
       '2018-02-13 18:00+09'
  from seed_former;
insert into sojourn.id_serial (term_id, last)
select term_id, max(n) from seed_former group by term_id;

insert into sojourn.application (id, term_id, university_id, student_no, door,
    state, recommendation, name_native, name_family, name_given, birth_date,
    level, department, email, email_confirmed_at, lang, consent_collect_at,
    consent_provide_at, person_id, identity, submitted_at, decided_at,
    published_at, recommended_at, issued_at)
overriding system value
select application_id, term_id, university_id, student_no, 'web', 'issued',
       'recommended', native, family, given, born::date, level, department,
       email, w.day + interval '11:05', lang, w.day + interval '11:00',
       w.day + interval '11:00', person_id, 'new', w.day + interval '11:00',
       w.day + interval '16:30', w.day + interval '18:00', '2018-03-06 14:00+09',
       w.day + interval '18:00'
  from seed_former
 cross join (select '2018-02-13 00:00+09'::timestamptz as day) w
 order by n;

insert into sojourn.account (login, kind, person_id, name, email, lang,
    password_hash, password_state, password_since, second_step, created_at)
select i.id, 'student', f.person_id, f.native, f.email, f.lang,
       '$argon2id$v=19$m=19456,t=2,p=1$DUem1/waCWCCQLeBDor4QQ$k4rrfYmtmHnx+f2/R/qBH0HfoflScDsInFrFE1RLE2I',
       'set', '2018-02-14 09:00+09', 'new-device', '2018-02-13 18:00+09'
  from seed_former f join sojourn.temporary_id i on i.person_id = f.person_id
 order by f.n;
insert into sojourn.account_role (account_id, role, given_at)
select a.id, 'student', a.created_at
  from sojourn.account a join seed_former f on f.person_id = a.person_id;

insert into sojourn.registration_right (person_id, term_id, application_id,
    university_id, min_credits, max_credits, limit_rule, granted_at)
select person_id, term_id, application_id, university_id, 1, 12, 'R18',
       '2018-02-13 18:00+09'
  from seed_former;

drop table seed_former;
