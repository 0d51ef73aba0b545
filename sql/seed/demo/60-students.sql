-- 200 students with IDs of 2025-2, serials 1 to 200, registered for nothing
-- yet.  Names, numbers, birth dates and addresses follow from the serial (n)
-- alone.  They came on their universities' lists; the host issued their IDs on
-- 12 August.
create temporary table seed_name (script text, no integer, family text,
    family_latin text, given text, given_latin text);
insert into seed_name
select n.script, (row_number() over (partition by n.script) - 1)::integer,
       split_part(n.w, ' ', 1), split_part(n.w, ' ', 2),
       split_part(n.w, ' ', 3), split_part(n.w, ' ', 4)
  from (select 'ko' as script, unnest(array['김 Kim 민준 Minjun',
	'이 Lee 서연 Seoyeon', '박 Park 도윤 Doyun', '최 Choi 하은 Haeun',
	'정 Jung 시우 Siwoo', '강 Kang 지민 Jimin', '조 Cho 예준 Yejun',
	'윤 Yoon 수아 Sua', '장 Jang 주원 Juwon', '임 Lim 지유 Jiyu',
	'한 Han 현우 Hyunwoo', '오 Oh 채원 Chaewon', '서 Seo 준서 Junseo',
	'신 Shin 다은 Daeun', '권 Kwon 건우 Gunwoo', '황 Hwang 유진 Yujin',
	'안 Ahn 우진 Woojin', '송 Song 소율 Soyul', '류 Ryu 선우 Sunwoo',
	'전 Jeon 가은 Gaeun', '홍 Hong 민재 Minjae', '고 Ko 나연 Nayeon',
	'문 Moon 은호 Eunho']) as w
	union all
	select 'ja', unnest(array['佐藤 Sato 翔太 Shota',
	'鈴木 Suzuki 美咲 Misaki', '高橋 Takahashi 健 Ken',
	'田中 Tanaka 葵 Aoi', '伊藤 Ito 大輔 Daisuke',
	'渡辺 Watanabe 結衣 Yui', '中村 Nakamura 拓海 Takumi',
	'小林 Kobayashi 彩 Aya', '加藤 Kato 直人 Naoto',
	'吉田 Yoshida 真央 Mao', '山田 Yamada 亮 Ryo']) as w
	union all
	select 'en', unnest(array['Clark Clark Emily Emily',
	'Singh Singh Arjun Arjun', 'Nguyen Nguyen Linh Linh',
	'Martin Martin Sophie Sophie', 'Okafor Okafor Chidi Chidi',
	'Müller Mueller Jonas Jonas', 'Rossi Rossi Giulia Giulia',
	'Haddad Haddad Omar Omar', 'Petrova Petrova Anna Anna',
	'Silva Silva Mateus Mateus', 'Tremblay Tremblay Chloé Chloe',
	'Ivanov Ivanov Dmitri Dmitri', 'Larsen Larsen Ingrid Ingrid']) as w) n;

create temporary table seed_student as
select q.*, f.family, f.family_latin, g.given, g.given_latin,
       nextval(pg_get_serial_sequence('sojourn.person', 'id')) as person_id,
       nextval(pg_get_serial_sequence('sojourn.application', 'id')) as application_id
  from (select n, u.id as university_id, u.code as university, u.coordinator_email,
	       t.id as term_id, t.code as term, u.verification_stage as stage,
	       case when u.country = 'JP' then 'ja'
		when u.country <> 'KR' or n % 17 = 0 then 'en'
		else 'ko' end as script
	  from generate_series(1, 200) n
	  join sojourn.term t on t.code = '2025-2'
	  join sojourn.university u on u.code = (array['CNU', 'KAIST', 'CNU',
	    'KAIST', 'SNU', 'CNU', 'TOHOKU', 'POSTECH', 'KAIST', 'CNU',
	    'YONSEI', 'KOREA', 'HANYANG', 'CNU', 'KAIST', 'EWHA', 'PNU',
	    'TSUKUBA', 'UWAT', 'SNU'])[1 + (n - 1) % 20]) q
  join (select script, count(*)::integer as many from seed_name
	 group by script) m on m.script = q.script
  join seed_name f on f.script = q.script and f.no = q.n % m.many
  join seed_name g on g.script = q.script
   and g.no = (q.n / m.many * 5 + q.n * 3 + 1) % m.many
 order by q.n;

-- What the form or the list said of each of them.
create temporary table seed_form as
select s.n, s.person_id, s.application_id,
       case s.script when 'ko' then s.family || s.given
	when 'ja' then s.family || ' ' || s.given
	else s.given || ' ' || s.family end as name_native,
       s.family_latin as name_family, s.given_latin as name_given,
       date '1994-03-02' + (s.n * 1213 + s.n * s.n * 7) % 3800 as birth_date,
       (array['MA', 'PHD', 'MA', 'BA', 'MSPHD'])[1 + s.n % 5] as level,
       case s.university when 'TOHOKU' then 'C5TM' || (1000 + s.n)
	when 'TSUKUBA' then '2025' || (20000 + s.n)
	when 'UWAT' then '2090' || (1000 + s.n)
	else (2021 + s.n % 5) || '5' || lpad((s.n * 7)::text, 4, '0')
	end as student_no,
       lower(s.given_latin || '.' || s.family_latin) || s.n || '@'
	 || split_part(s.coordinator_email, '@', 2) as email,
       case s.script when 'ko' then '010-0000-' || lpad((s.n * 37)::text, 4, '0')
	else '' end as phone,
       case s.script when 'en' then 'Graduate School'
	when 'ja' then '大学院工学研究科'
	else (array['공과대학', '자연과학대학', '생명시스템과학대학'])[1 + s.n % 3]
	end as college,
       case s.script when 'en' then (array['Biology', 'Computer Science',
	  'Materials Engineering', 'Physics'])[1 + s.n % 4]
	when 'ja' then (array['生命科学専攻', '情報科学専攻', '材料科学専攻'])[1 + s.n % 3]
	else (array['생명과학과', '컴퓨터공학과', '신소재공학과', '화학과',
	  '천문우주학과'])[1 + s.n % 5] end as department,
       (1 + s.n % 4)::text as semester,
       case when s.n % 40 = 23 then 6 end as max_credits
  from seed_student s;

insert into sojourn.person (id, name_native, name_family, name_given,
    birth_date, email, phone, created_at)
overriding system value
select person_id, name_native, name_family, name_given, birth_date, email,
       phone, '2025-08-12 16:00+09'
  from seed_form order by n;

insert into sojourn.student (person_id, university_id, student_no, level,
    college, department, since)
select f.person_id, s.university_id, f.student_no, f.level, f.college,
       f.department, date '2025-08-12'
  from seed_form f join seed_student s using (n) order by n;

-- One committed list and one official letter of each university.
insert into sojourn.official_letter (university_id, term_id, subject,
    letter_no, letter_date, recorded_by, recorded_at, received_at)
select distinct s.university_id, s.term_id, 'applications',
       s.university || '-2025-' || (410 + s.university_id * 13),
       date '2025-08-05', a.id, '2025-08-06 11:00+09'::timestamptz,
       '2025-08-06 10:30+09'::timestamptz
  from seed_student s join sojourn.account a on a.login = 'academic'
 order by s.university_id;

insert into sojourn.partner_list (university_id, term_id, uploaded_by,
    on_behalf, uploaded_at, file_name, file_sha256, state, letter_id,
    committed_at, committed_by)
select l.university_id, l.term_id, coalesce(p.id, l.recorded_by), p.id is null,
       '2025-08-06 10:00+09', u.code || '-2025-2.xlsx',
       sha256(convert_to(u.code || '-2025-2.xlsx', 'UTF8')), 'committed', l.id,
       '2025-08-06 11:00+09', coalesce(p.id, l.recorded_by)
  from sojourn.official_letter l
  join sojourn.university u on u.id = l.university_id
  left join sojourn.account p on p.login = lower(u.code)
 order by l.id;

insert into sojourn.application (id, term_id, university_id, student_no, door,
    state, recommendation, name_native, name_family, name_given, birth_date,
    level, status, college, department, semester, email, phone, max_credits,
    lang, list_id, person_id, identity, entered_by, submitted_at, decided_at,
    decided_by, published_at, recommended_at, recommended_by, issued_at)
overriding system value
select f.application_id, s.term_id, s.university_id, f.student_no, 'list',
       'issued', 'recommended', f.name_native, f.name_family, f.name_given,
       f.birth_date, f.level, 'enrolled', f.college, f.department, f.semester,
       f.email, f.phone, f.max_credits, s.script, l.id, f.person_id, 'new',
       l.committed_by, l.committed_at, '2025-08-11 15:00+09', d.id,
       '2025-08-11 15:00+09', l.committed_at, l.committed_by,
       '2025-08-12 16:00+09'
  from seed_form f join seed_student s using (n)
  join sojourn.partner_list l on l.university_id = s.university_id
  join sojourn.account d on d.login = 'academic'
 order by f.n;

insert into sojourn.partner_list_row (list_id, row_no, cells, raw, verdict,
    application_id)
select a.list_id, 4 + (row_number() over (partition by a.list_id order by a.id))::integer,
       c.cells, c.cells, 'new', a.id
  from sojourn.application a
  join seed_form f on f.application_id = a.id
  cross join lateral (select jsonb_strip_nulls(jsonb_build_object(
	'student_no', a.student_no, 'name_native', a.name_native,
	'name_latin', a.name_family || ', ' || a.name_given,
	'birth_date', a.birth_date, 'level', a.level, 'status', a.status,
	'college', a.college, 'department', a.department,
	'semester', a.semester, 'email', a.email, 'phone', a.phone,
	'max_credits', a.max_credits::text)) as cells) c;

insert into sojourn.temporary_id (id, person_id, term_id, serial, issued_at,
    issued_by)
select sojourn.temporary_id(s.term, s.n), s.person_id, s.term_id, s.n,
       '2025-08-12 16:00+09', d.id
  from seed_student s join sojourn.account d on d.login = 'academic'
 order by s.n;
insert into sojourn.id_serial (term_id, last)
select id, 200 from sojourn.term where code = '2025-2';

insert into sojourn.account (login, kind, person_id, name, email, phone, lang,
    password_hash, password_state, password_since, second_step, created_at)
select t.id, 'student', f.person_id, f.name_native, f.email, f.phone, s.script,
       '$argon2id$v=19$m=19456,t=2,p=1$DUem1/waCWCCQLeBDor4QQ$k4rrfYmtmHnx+f2/R/qBH0HfoflScDsInFrFE1RLE2I',
       'set', '2025-08-13 10:00+09', 'never', '2025-08-12 16:00+09'
  from seed_form f join seed_student s using (n)
  join sojourn.temporary_id t on t.person_id = f.person_id
 order by f.n;
insert into sojourn.account_role (account_id, role, given_at)
select a.id, 'student', a.created_at
  from sojourn.account a where a.kind = 'student';

insert into sojourn.registration_right (person_id, term_id, application_id,
    university_id, min_credits, max_credits, limit_rule, rule_versions,
    granted_at)
select a.person_id, a.term_id, a.id, a.university_id, l.min_credits,
       l.max_credits, l.limit_rule, l.rule_versions, a.issued_at
  from sojourn.application a
  join sojourn.limits_of(array(select application_id from seed_form)) l
    on l.application_id = a.id
 order by a.id;

drop table seed_name, seed_student, seed_form;
