-- Own degree students in different states, for certificates (R109).  Their
-- login is their student number; they know the password of the other students,
-- and their devices are taken as known.
create temporary table seed_own as
select f.*, nextval(pg_get_serial_sequence('sojourn.person', 'id')) as person_id
  from (values
	('20203001', '윤서아', 'Yoon', 'Seoa', '1996-05-17', 'MSPHD', '신소재공학', 'Materials Science and Engineering', '材料工学', '2020-09-01', 'enrolled', '2020-09-01', null, null, '', '', '', '', null, '', null, 'ko'),
	('20233002', '정도현', 'Jung', 'Dohyun', '1998-11-02', 'MA', '생명과학', 'Life Science', '生命科学', '2023-03-02', 'leave', '2025-03-01', null, null, '', '', '', '', null, '', null, 'ko'),
	('20213003', '高橋 美咲', 'Takahashi', 'Misaki', '1995-07-30', 'MA', '천문우주학', 'Astronomy and Space Science', '天文宇宙学', '2021-03-02', 'graduated', '2023-02-17', null, '2022-12-23', '이학석사', 'Master of Science', '理学修士', 'UST-석-2023-0217', '2023-02-17', 'Photometric variability of young stellar objects in nearby molecular clouds', null, 'ja'),
	('20223004', '이준우', 'Lee', 'Junwoo', '1997-01-24', 'PHD', '응집물질물리학', 'Condensed Matter Physics', '物性物理学', '2022-03-02', 'completed', '2025-06-20', '2026-02-20', '2025-06-20', '이학박사', 'Doctor of Philosophy in Science', '博士(理学)', '', null, '', null, 'ko'),
	('20223005', '박선호', 'Park', 'Sunho', '1999-03-08', 'MA', '환경공학', 'Environmental Engineering', '環境工学', '2022-09-01', 'terminated', '2024-08-31', null, null, '', '', '', '', null, '', '2024-08-31', 'ko'),
	('20223007', '한지우', 'Han', 'Jiwoo', '1996-12-05', 'PHD', '바이오분석과학', 'Bioanalytical Science', 'バイオ分析科学', '2022-03-02', 'completed', '2025-06-20', '2026-02-20', '2025-06-20', '이학박사', 'Doctor of Philosophy in Science', '博士(理学)', '', null, '', null, 'ko'),
	('20253006', 'Emma Larsson', 'Larsson', 'Emma', '2000-09-12', 'MA', '컴퓨터소프트웨어', 'Computer Software', 'コンピュータソフトウェア', '2025-03-03', 'enrolled', '2025-03-03', null, null, '', '', '', '', null, '', null, 'en')
       ) as f(no, native, family, given, born, level, ko, en, ja, admitted,
	   status, since, expected, completed, degree_ko, degree_en, degree_ja,
	   degree_no, degree_on, thesis, terminated, lang)
 order by f.no;

insert into sojourn.person (id, name_native, name_family, name_given,
    birth_date, email, created_at)
overriding system value
select person_id, native, family, given, born::date,
       lower(given || '.' || family) || '@student.ust.example', admitted::date
  from seed_own order by no;
insert into sojourn.account (login, kind, person_id, name, email, lang,
    password_hash, password_state, password_since, second_step, created_at)
select no, 'student', person_id, native,
       lower(given || '.' || family) || '@student.ust.example', lang,
       '$argon2id$v=19$m=19456,t=2,p=1$DUem1/waCWCCQLeBDor4QQ$k4rrfYmtmHnx+f2/R/qBH0HfoflScDsInFrFE1RLE2I',
       'set', '2025-08-13 10:00+09', 'never', admitted::date
  from seed_own order by no;
insert into sojourn.account_role (account_id, role, given_at)
select a.id, 'degree', a.created_at
  from sojourn.account a join seed_own o on o.no = a.login;

insert into sojourn.degree_record (person_id, student_no, level, department_ko,
    department_en, department_ja, admitted_on, status, status_since,
    expected_on, completed_on, degree_ko, degree_en, degree_ja, degree_no,
    degree_on, thesis, terminated_on)
select person_id, no, level, ko, en, ja, admitted::date, status, since::date,
       expected::date, completed::date, degree_ko, degree_en, degree_ja,
       degree_no, degree_on::date, thesis, terminated::date
  from seed_own order by no;
insert into sojourn.degree_leave (record_id, from_on, till_on)
select id, date '2025-03-01', date '2026-02-28' from sojourn.degree_record
 where student_no = '20233002'
union all
select id, date '2023-09-01', date '2024-02-29' from sojourn.degree_record
 where student_no = '20223005';

-- Twenty titles in up to four parts, eight courses in each of ten terms for the
-- first, some for the others.
create temporary table seed_title as
select row_number() over () - 1 as n, split_part(w, '|', 1) as ko,
       split_part(w, '|', 2) as en, split_part(w, '|', 3) as ja
  from unnest(array['고급연구방법론|Advanced Research Methods|上級研究方法論',
	'열역학특론|Topics in Thermodynamics|熱力学特論',
	'전자현미경분석|Electron Microscopy|電子顕微鏡分析',
	'결정학|Crystallography|結晶学', '계산과학|Computational Science|計算科学',
	'과학기술글쓰기|Scientific Writing|科学技術文章',
	'나노소재합성|Synthesis of Nanomaterials|ナノ材料合成',
	'표면과학|Surface Science|表面科学', '연구윤리|Research Ethics|研究倫理',
	'현장연구|Field Research|現場研究', '세미나|Seminar|セミナー',
	'통계적데이터분석|Statistical Data Analysis|統計的データ分析',
	'에너지소재|Energy Materials|エネルギー材料',
	'고체물리|Solid State Physics|固体物理',
	'기기분석|Instrumental Analysis|機器分析',
	'기술사업화|Commercialisation of Technology|技術事業化',
	'기계학습|Machine Learning|機械学習',
	'박막공정|Thin Film Processes|薄膜工程',
	'부식과방식|Corrosion and Its Prevention|腐食と防食',
	'논문연구|Thesis Research|論文研究']) w;
create temporary table seed_study (no text, terms text[], courses integer);
insert into seed_study values
	('20203001', array['2020-2', '2021-1', '2021-2', '2022-1', '2022-2', '2023-1', '2023-2', '2024-1', '2024-2', '2025-1'], 80),
	('20233002', array['2023-1', '2023-2', '2024-1', '2024-2'], 12),
	('20213003', array['2021-1', '2021-2', '2022-1', '2022-2'], 14),
	('20223004', array['2022-1', '2022-2', '2023-1', '2023-2', '2024-1'], 15),
	('20223007', array['2022-1', '2022-2', '2023-1', '2023-2', '2024-1'], 15),
	('20223005', array['2022-2', '2023-1'], 4);
insert into sojourn.degree_course (record_id, term, code, title_ko, title_en,
    title_ja, credits, grade, percent)
select r.id, s.terms[1 + (g.n - 1) * cardinality(s.terms) / s.courses],
       'UST' || (5000 + g.n), t.ko || p.part, t.en || p.part, t.ja || p.part,
       case when t.n in (8, 10) then 1 else 3 end,
       case when t.n in (8, 10) then 'P'
	else m.grade end, case when t.n in (8, 10) then null
	else m.percent end
  from seed_study s
  join sojourn.degree_record r on r.student_no = s.no
 cross join lateral generate_series(1, s.courses) g(n)
  join seed_title t on t.n = (g.n - 1) % 20
 cross join lateral (select case when s.courses > 20 then ' ' || (array['I',
	'II', 'III', 'IV'])[1 + (g.n - 1) / 20] else '' end as part) p
  join (values (0, 'A+', 97.5), (1, 'A0', 92), (2, 'B+', 88), (3, 'A+', 98),
	(4, 'A0', 93.5), (5, 'B0', 82), (6, 'C+', 77)) m(n, grade, percent)
    on m.n = (g.n * 5 + length(s.no || s.courses)) % 7;

insert into sojourn.degree_payment (record_id, term, item, amount, paid_on)
select r.id, u.term, '등록금', 4210000, make_date(left(u.term, 4)::integer,
       case right(u.term, 1) when '1' then 2 else 8 end, 21)
  from seed_study s
  join sojourn.degree_record r on r.student_no = s.no
 cross join lateral unnest(s.terms) u(term)
union all
select r.id, '2025-1', v.item, v.amount, date '2025-02-20'
  from sojourn.degree_record r, (values ('입학금', 310000),
	('등록금', 4210000)) v(item, amount)
 where r.student_no = '20253006';

drop table seed_own, seed_title, seed_study;
