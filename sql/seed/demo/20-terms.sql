-- Term 2025-2 exactly as document 000 states it and 2018-1 as document 001
-- does.  closes_at is exclusive: "until 18:00" is 18:00, whole days end at
-- 00:00 of the day after (C22).  Withdrawal begins on 8 September as the table
-- of document 000 says, not on the 1st as its section 5 does (C1).
insert into sojourn.term (code, classes, door, notice_title, notice_at,
    notice_by, catalogue_final_at, created_at)
values
	('2018-1', '[2018-03-02,2018-06-22)', 'web',
	 '[Credit Exchange] Process Guide', '2018-02-09',
	 'Academic Affairs Team', '2018-02-19 09:00+09', '2018-01-15 10:00+09'),
	('2025-2', '[2025-09-01,2025-12-22)', 'both',
	 '2025년도 2학기 UST 학점교류 수강 안내문', '2025-07-21',
	 '학사팀', '2025-08-18 09:00+09', '2025-07-10 10:00+09');

insert into sojourn.time_window (term_id, kind, opens_at, closes_at,
    hours_stated, source, made_at)
select t.id, w.kind, w.opens::timestamptz, w.closes::timestamptz, w.hours,
       w.source, t.notice_at::timestamptz
  from sojourn.term t join (values
	('2018-1', 'COURSE_OPENING', '2018-02-01 00:00+09', '2018-02-15 00:00+09', false, '001 3b'),
	('2018-1', 'REGISTER', '2018-02-19 09:00+09', '2018-02-28 18:00+09', true, '001 3'),
	('2018-1', 'CHANGE', '2018-03-02 00:00+09', '2018-03-16 00:00+09', false, '001 4'),
	('2025-2', 'APPLY', '2025-07-21 00:00+09', '2025-08-14 18:00+09', true, '000 2'),
	('2025-2', 'COURSE_OPENING', '2025-08-11 00:00+09', '2025-08-15 00:00+09', false, '000 5나1'),
	('2025-2', 'REGISTER', '2025-08-18 09:00+09', '2025-08-21 18:00+09', true, '000 2, 5가'),
	('2025-2', 'CHANGE', '2025-09-01 09:00+09', '2025-09-07 18:00+09', true, '000 2, 5다'),
	('2025-2', 'WITHDRAW', '2025-09-08 09:00+09', '2025-09-30 18:00+09', true, '000 2; 5마 (09-01) set aside'),
	('2025-2', 'GRADE_VIEW', '2025-12-29 00:00+09', '2026-01-05 00:00+09', false, '000 2'),
	('2025-2', 'GRADE_APPEAL', '2025-12-29 00:00+09', '2026-01-05 00:00+09', false, '000 2')
       ) as w(term, kind, opens, closes, hours, source) on w.term = t.code;
