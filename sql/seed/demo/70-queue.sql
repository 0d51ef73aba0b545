-- What lies on the desks on the last day of applications of 2025-2: at least
-- one application in every state, so that no queue of the demo is empty.
create temporary table seed_queue as
select q.*, u.id as university_id, t.id as term_id,
       nextval(pg_get_serial_sequence('sojourn.application', 'id')) as application_id
  from (values
	-- web door, mailbox confirmed, waiting for university and host
	(1, 'CNU', '202451204', 'web', 'submitted', 'none', '백지훈', 'Baek', 'Jihun', '1999-07-21', 'MA', '응용생물학과', 'ko', 'new', '', '2025-08-12 14:20+09'),
	(2, 'HANYANG', '2023180455', 'web', 'submitted', 'recommended', '노은서', 'Noh', 'Eunseo', '2000-02-03', 'BA', '기계공학부', 'ko', 'new', '', '2025-08-12 17:45+09'),
	(3, 'TSUKUBA', '202521877', 'web', 'submitted', 'none', '松本 陸', 'Matsumoto', 'Riku', '1998-10-30', 'MA', '生物資源科学', 'ja', 'new', '', '2025-08-13 10:02+09'),
	(4, 'UWAT', '20914402', 'web', 'submitted', 'none', 'Grace Lambert', 'Lambert', 'Grace', '2001-04-18', 'BA', 'Earth Sciences', 'en', 'new', '', '2025-08-13 23:51+09'),
	-- KAIST's list, to be recommended after application
	(5, 'KAIST', '20245311', 'list', 'submitted', 'none', '양서진', 'Yang', 'Seojin', '1997-12-25', 'PHD', '생명과학과', 'ko', 'new', '', '2025-08-13 15:30+09'),
	(6, 'KAIST', '20255120', 'list', 'submitted', 'none', '손하율', 'Son', 'Hayul', '2001-09-09', 'MA', '전산학부', 'ko', 'new', '', '2025-08-13 15:30+09'),
	(7, 'KAIST', '20239015', 'list', 'submitted', 'recommended', '조민서', 'Cho', 'Minseo', '1996-03-14', 'PHD', '항공우주공학과', 'ko', 'new', '', '2025-08-13 15:30+09'),
	-- YONSEI's list, letter outstanding
	(8, 'YONSEI', '2024311902', 'list', 'submitted', 'none', '구본우', 'Koo', 'Bonwoo', '1999-05-05', 'MA', '대기과학과', 'ko', 'new', '', '2025-08-13 16:40+09'),
	(9, 'YONSEI', '2024311977', 'list', 'submitted', 'none', '표지안', 'Pyo', 'Jian', '2000-12-01', 'MA', '천문우주학과', 'ko', 'new', '', '2025-08-13 16:40+09'),
	-- decided
	(10, 'HANBAT', '20241078', 'web', 'approved', 'recommended', '도영민', 'Do', 'Yeongmin', '1998-01-17', 'MA', '화학공학과', 'ko', 'new', '', '2025-08-11 09:30+09'),
	(11, 'KOREA', '2025010456', 'list', 'approved', 'none', '남궁솔', 'Namgung', 'Sol', '1991-08-30', 'PHD', '물리학과', 'ko', 'doubtful', '', '2025-08-11 10:00+09'),
	(12, 'POSTECH', '20252077', 'web', 'returned', 'none', '설유나', 'Seol', 'Yuna', '1999-11-11', 'MA', '환경공학부', 'ko', 'new', '학번이 소속 대학 명단과 다릅니다. 확인 후 다시 제출하여 주십시오.', '2025-08-11 13:12+09'),
	(13, 'EWHA', '2240512', 'list', 'held', 'none', '진서아', 'Jin', 'Seoa', '2002-06-06', 'BA', '식품생명공학과', 'ko', 'new', '휴학 여부를 소속 대학에 문의 중입니다.', '2025-08-11 13:40+09'),
	(14, 'PNU', '202380144', 'web', 'rejected', 'refused', '명재원', 'Myung', 'Jaewon', '1999-03-03', 'MA', '지질환경과학과', 'ko', 'new', '소속 대학이 추천하지 않았습니다.', '2025-08-07 09:20+09'),
	-- left
	(15, 'HANYANG', '2022190533', 'web', 'withdrawn', 'none', '방시온', 'Bang', 'Sion', '2001-01-29', 'BA', '신소재공학부', 'ko', 'open', '', '2025-08-04 20:11+09'),
	(16, 'CNU', '202350876', 'web', 'expired', 'none', '채민호', 'Chae', 'Minho', '1998-08-08', 'MA', '환경공학과', 'ko', 'open', '', '2025-07-30 22:15+09'),
	(17, 'CNU', '202450990', 'web', 'unconfirmed', 'none', '변하린', 'Byun', 'Harin', '2000-10-10', 'MA', '우주지질학과', 'ko', 'open', '', '2025-08-13 21:47+09')
       ) as q(n, university, student_no, door, state, recommendation, native,
	   family, given, born, level, department, lang, identity, reason, at)
  join sojourn.university u on u.code = q.university
  join sojourn.term t on t.code = '2025-2'
 order by q.n;

-- Three lists: KAIST's own, two that staff entered from mail and paper.
insert into sojourn.partner_list (university_id, term_id, uploaded_by,
    on_behalf, uploaded_at, file_name, file_sha256, state, committed_at,
    committed_by)
select distinct q.university_id, q.term_id, a.id, a.kind = 'staff',
       q.at::timestamptz - interval '5 minutes', q.university || '-8.xlsx',
       sha256(convert_to(q.university || '-8.xlsx', 'UTF8')), 'committed',
       q.at::timestamptz, a.id
  from seed_queue q
  join sojourn.account a on a.login = case q.university
      when 'KAIST' then 'kaist' else 'academic' end
 where q.door = 'list';
-- Letters came with those of KAIST, KOREA and EWHA; YONSEI's is outstanding.
with letter as (
	insert into sojourn.official_letter (university_id, term_id, subject,
	    letter_no, letter_date, recorded_by, recorded_at, received_at)
	select l.university_id, l.term_id, 'applications',
	       u.code || '-2025-' || (520 + u.id), '2025-08-11', l.uploaded_by,
	       l.committed_at, l.committed_at
	  from sojourn.partner_list l
	  join sojourn.university u on u.id = l.university_id
	 where l.file_name = u.code || '-8.xlsx' and u.code <> 'YONSEI'
	returning id, university_id)
update sojourn.partner_list l set letter_id = letter.id
  from letter, sojourn.university u
 where u.id = l.university_id and letter.university_id = u.id
   and l.file_name = u.code || '-8.xlsx';

insert into sojourn.application (id, term_id, university_id, student_no, door,
    state, recommendation, name_native, name_family, name_given, birth_date,
    level, department, email, email_confirmed_at, lang, consent_collect_at,
    consent_provide_at, list_id, identity, entered_by, submitted_at,
    decided_at, decided_by, decision_reason, published_at, recommended_at,
    recommended_by)
overriding system value
select q.application_id, q.term_id, q.university_id, q.student_no, q.door,
       q.state, q.recommendation, q.native, q.family, q.given, q.born::date,
       q.level, q.department,
       lower(q.given || '.' || q.family) || '@' || lower(q.university) || '.example',
       case when web.at is not null and q.state not in ('unconfirmed', 'expired')
	   then web.at + interval '9 minutes' end,
       q.lang, web.at, web.at, l.id, q.identity, l.uploaded_by,
       q.at::timestamptz, done.at, case when done.at is not null then d.id end,
       q.reason,
       case q.door when 'web' then date_trunc('day', done.at, 'Asia/Seoul')
	   + interval '18 hours' else done.at end,
       case when q.recommendation <> 'none'
	   then q.at::timestamptz + interval '1 hour' end,
       case when q.recommendation <> 'none' then coalesce(p.id, d.id) end
  from seed_queue q
  left join sojourn.university u on u.id = q.university_id
  left join sojourn.partner_list l on q.door = 'list'
    and l.university_id = q.university_id and l.file_name = u.code || '-8.xlsx'
  left join sojourn.account p on p.login = lower(q.university)
  join sojourn.account d on d.login = 'academic'
  left join lateral (select q.at::timestamptz as at where q.door = 'web') web on true
  left join lateral (select q.at::timestamptz + interval '1 day 2 hours' as at
      where q.state in ('approved', 'returned', 'held', 'rejected')) done on true
 order by q.n;

insert into sojourn.partner_list_row (list_id, row_no, cells, raw, verdict,
    application_id)
select a.list_id, 2 + (row_number() over (partition by a.list_id order by a.id))::integer,
       c.cells, c.cells, case a.identity when 'doubtful' then 'doubtful' else 'new' end,
       a.id
  from sojourn.application a
  join seed_queue q on q.application_id = a.id
  cross join lateral (select jsonb_build_object('student_no', a.student_no,
	'name_native', a.name_native,
	'name_latin', a.name_family || ', ' || a.name_given,
	'birth_date', a.birth_date, 'level', a.level,
	'department', a.department, 'email', a.email) as cells) c
 where a.list_id is not null;

-- Name and birth date of somebody who was here in 2018: one human or two?
with b as (
	insert into sojourn.person (name_native, name_family, name_given,
	    birth_date, created_at)
	select name_native, name_family, name_given, birth_date, submitted_at
	  from sojourn.application where identity = 'doubtful'
	returning id, name_native, birth_date)
insert into sojourn.identity_case (a, b, application_id, why, made_at)
select p.id, b.id, a.id, 'name-birth', a.submitted_at
  from b
  join sojourn.application a on a.identity = 'doubtful'
   and a.name_native = b.name_native and a.birth_date = b.birth_date
  join sojourn.person p on p.name_native = b.name_native
   and p.birth_date = b.birth_date and p.id <> b.id;
update sojourn.application a set person_id = c.b
  from sojourn.identity_case c where c.application_id = a.id;

drop table seed_queue;
