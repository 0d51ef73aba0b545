-- Sections of 2025-2 and 2018-1.  Everything follows from the number of the
-- course (no) and the class (cls), so that each load gives the same catalogue:
-- fifteen patterns of times, of which one section takes one, so that a section
-- never meets itself and sections meet each other as they do in life.
create temporary table seed_pattern (no integer, day integer, starts time, ends time);
insert into seed_pattern values
	(0, 1, '09:00', '10:30'), (0, 3, '09:00', '10:30'),
	(1, 2, '09:00', '10:30'), (1, 4, '09:00', '10:30'),
	(2, 1, '10:30', '12:00'), (2, 3, '10:30', '12:00'),
	(3, 2, '10:30', '12:00'), (3, 4, '10:30', '12:00'),
	(4, 1, '13:00', '14:30'), (4, 3, '13:00', '14:30'),
	(5, 2, '13:00', '14:30'), (5, 4, '13:00', '14:30'),
	(6, 1, '14:30', '16:00'), (6, 3, '14:30', '16:00'),
	(7, 2, '14:30', '16:00'), (7, 4, '14:30', '16:00'),
	(8, 5, '09:00', '12:00'), (9, 5, '13:00', '16:00'),
	(10, 1, '16:00', '19:00'), (11, 2, '18:00', '21:00'),
	(12, 3, '16:00', '19:00'), (13, 4, '16:00', '19:00'),
	(14, 6, '09:00', '12:00'),
	-- one or two credits
	(20, 5, '16:00', '18:00'), (21, 3, '12:00', '13:00'),
	(22, 5, '18:00', '20:00');

create temporary table seed_teacher (no integer generated always as identity
    (minvalue 0 start 0), ko text, en text);
insert into seed_teacher (ko, en) values
	('김정호', 'Kim Jeongho'), ('이수진', 'Lee Sujin'),
	('박상현', 'Park Sanghyun'), ('최미경', 'Choi Migyeong'),
	('정우성', 'Jung Wooseong'), ('강혜린', 'Kang Hyerin'),
	('조남준', 'Cho Namjun'), ('윤태영', 'Yoon Taeyoung'),
	('장은실', 'Jang Eunsil'), ('임재범', 'Lim Jaebum'),
	('한도윤', 'Han Doyoon'), ('오세진', 'Oh Sejin'),
	('신예원', 'Shin Yewon'), ('권혁수', 'Kwon Hyuksu'),
	('黒田 直樹', 'Kuroda Naoki'), ('송민아', 'Song Mina'),
	('Daniel Fischer', 'Daniel Fischer'), ('류지훈', 'Ryu Jihoon'),
	('Aisha Rahman', 'Aisha Rahman'), ('백승호', 'Baek Seungho');

create temporary table seed_section as
select t.id as term_id, t.code as term, c.id as course_id, c.code as course,
       c.no, k as cls, m.code as major, c.title_ko, c.title_en, c.title_ja,
       c.code || '-' || lpad(k::text, 2, '0') as code,
       nextval(pg_get_serial_sequence('sojourn.section', 'id'))::integer as id
  from (select *, (row_number() over (order by id) - 1)::integer as no
	  from sojourn.course) c
  join sojourn.major m on m.id = c.major_id
  join sojourn.term t on t.code = '2025-2'
    or (t.code = '2018-1' and c.no % 3 = 0 and m.code <> 'GEN')
  cross join lateral generate_series(1, case when t.code = '2018-1' then 1
	when m.code = 'GEN' then 2 when c.no % 4 = 0 then 3
	when c.no % 3 = 2 then 1 else 2 end) k
 order by t.code, c.no, k;

insert into sojourn.section (id, term_id, course_id, class_no, code, kind,
    grading, credits, open_to_exchange, language, room, instructor_ko,
    instructor_en, syllabus, waitlist, changed_at)
overriding system value
select s.id, s.term_id, s.course_id, lpad(s.cls::text, 2, '0'), s.code,
       case s.major when 'GEN' then 'common' else 'major' end,
       case when s.course in ('GEN5004', 'GEN6001') then 'pass'
	   else 'percent' end,
       case when s.course in ('GEN5001', 'GEN5004') then 1
	   when s.major = 'GEN' then 2 else 3 end,
       not (s.course in ('GEN5004', 'GEN6001') or (s.no % 11 = 10 and s.cls = 1)),
       l.lang,
       case when s.course = 'GEN6001' then ''
	   else substr(s.major, 1, 1) || (1 + s.no % 4) || '-'
	     || (101 + (s.no * 7 + s.cls * 13) % 5 * 100 + s.no % 12) end,
       i.ko, i.en,
       case l.lang
	when 'en' then format(E'Objectives: The course introduces the methods of %s and lets every student apply them in a project of their own.\nWeeks 1–7: foundations, weekly assignments. Week 8: mid-term examination. Weeks 9–14: advanced topics, papers read in class. Week 15: presentations. Week 16: final examination.\nAssessment: mid-term 30, final 40, project 20, attendance 10.', s.title_en)
	when 'ja' then format(E'到達目標:「%s」の主な方法を学び、各自の課題に応用できるようになる。\n第1〜7週: 基礎と毎週の課題、第8週: 中間試験、第9〜14週: 応用と論文講読、第15週: 発表、第16週: 期末試験。\n成績評価: 中間30、期末40、課題20、出席10。', s.title_ja)
	else format(E'수업목표: 「%s」의 주요 방법을 익히고 각자의 연구 주제에 적용할 수 있게 한다.\n1–7주: 기초 이론과 주별 과제, 8주: 중간고사, 9–14주: 심화 주제와 논문 강독, 15주: 발표, 16주: 기말고사.\n평가: 중간 30, 기말 40, 과제 20, 출석 10.', s.title_ko) end,
       s.term = '2025-2',	-- who is full can be waited for
       case s.term when '2018-1' then '2018-02-13 17:00+09'::timestamptz
	   else '2025-08-11 09:00+09'::timestamptz
	     + s.no * interval '53 minutes' end
  from seed_section s
  cross join lateral (select (case
	when s.no % 7 = 5 then 'en' when s.no % 23 = 13 then 'ja'
	else 'ko' end)::sojourn.lang as lang) l
  join seed_teacher i on i.no = case
	when s.course = 'BIO5012' and s.cls < 3 or s.course = 'BIO6025' then 0
	when l.lang = 'ja' then 14
	when l.lang = 'en' then 16 + (s.no + s.cls) % 2 * 2
	else 1 + (s.no * 3 + s.cls * 5) % 13 end;

-- GEN6001 is arranged with the supervisor: no times (and not for visitors).
-- CHE6022-01 is a seminar by appointment, open to all.
insert into sojourn.section_time (section_id, day, starts, ends)
select s.id, p.day, p.starts, p.ends
  from seed_section s
  join seed_pattern p on p.no = case
	when s.course = 'GEN6001' or s.code = 'CHE6022-01' then null
	when s.course in ('GEN5001', 'GEN5004') then 21
	when s.major = 'GEN' then 20 + (s.no + s.cls) % 2 * 2
	when s.course = 'BIO5012' then (s.cls - 1) * 3
	else (s.no * 4 + s.cls * 7) % 15 end;

insert into sojourn.section_seat (section_id, capacity)
select s.id, case
	when s.code = 'BIO5012-01' then 30
	when s.code in ('AIS5022-02', 'NAN5022-01') then 1
	when s.code in ('SEC6011-01', 'AST5022-02') then 2
	when s.code = 'RBT6022-01' then 3
	else (array[30, 20, 25, 40, 15, 12, 60, 8, 5, 50, 18, 35, 10, 24, 45])
	    [1 + (s.no * 2 + s.cls * 5) % 15] end
  from seed_section s;

drop table seed_pattern, seed_teacher, seed_section;
