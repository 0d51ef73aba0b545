-- Partner universities: what each of them asks for, who answers there, and
-- since when it has an agreement.  HNU's has run out; PNU closes its own
-- applications two days before the host does (R7).
insert into sojourn.university (code, name_ko, name_en, name_ja, country,
    verification_stage, max_credits, criteria, coordinator_name,
    coordinator_email, coordinator_phone, created_at)
values
	('CNU', '충남대학교', 'Chungnam National University', '忠南大学校', 'KR',
	 'before_approval', null, '평점평균 3.0 이상(4.5 만점)', '이정민',
	 'exchange@cnu.example', '042-000-0101', '2017-12-01'),
	('KAIST', '한국과학기술원',
	 'Korea Advanced Institute of Science and Technology', '韓国科学技術院', 'KR',
	 'after_application', null, '', '박소연',
	 'exchange@kaist.example', '042-000-0102', '2017-12-01'),
	('SNU', '서울대학교', 'Seoul National University', 'ソウル大学校', 'KR',
	 'after_registration', 9, '지도교수 승인을 받은 과목에 한함', '최은영',
	 'exchange@snu.example', '02-000-0103', '2018-01-10'),
	('POSTECH', '포항공과대학교',
	 'Pohang University of Science and Technology', '浦項工科大学校', 'KR',
	 'after_application', 9, '', '정하윤',
	 'exchange@postech.example', '054-000-0104', '2018-01-10'),
	('YONSEI', '연세대학교', 'Yonsei University', '延世大学校', 'KR',
	 'before_approval', 6, '학기당 본교 수강학점 포함 12학점 이내', '한지우',
	 'exchange@yonsei.example', '02-000-0105', '2019-02-01'),
	('KOREA', '고려대학교', 'Korea University', '高麗大学校', 'KR',
	 'after_registration', 6, '', '오세훈',
	 'exchange@korea.example', '02-000-0106', '2019-02-01'),
	('HANYANG', '한양대학교', 'Hanyang University', '漢陽大学校', 'KR',
	 'before_approval', null, '정규 1개 학기 이상 이수한 자', '서민경',
	 'exchange@hanyang.example', '02-000-0107', '2019-02-01'),
	('EWHA', '이화여자대학교', 'Ewha Womans University', '梨花女子大学校', 'KR',
	 'after_application', 9, '', '문가영',
	 'exchange@ewha.example', '02-000-0108', '2020-07-01'),
	('PNU', '부산대학교', 'Pusan National University', '釜山大学校', 'KR',
	 'before_approval', null, '', '하동욱',
	 'exchange@pnu.example', '051-000-0109', '2020-07-01'),
	('HANBAT', '국립한밭대학교', 'Hanbat National University', '国立ハンバッ大学校',
	 'KR',
	 'before_approval', null, '', '유나래',
	 'exchange@hanbat.example', '042-000-0110', '2021-01-15'),
	('HNU', '한남대학교', 'Hannam University', '韓南大学校', 'KR',
	 'before_approval', null, '', '노현철',
	 'exchange@hnu.example', '042-000-0111', '2018-01-10'),
	('TOHOKU', '도호쿠대학', 'Tohoku University', '東北大学', 'JP',
	 'after_application', 15, '', '高橋 美咲',
	 'exchange@tohoku.example', '+81-22-000-0112', '2022-03-01'),
	('TSUKUBA', '쓰쿠바대학', 'University of Tsukuba', '筑波大学', 'JP',
	 'before_approval', null, 'GPA 2.50以上', '山本 健太',
	 'exchange@tsukuba.example', '+81-29-000-0113', '2022-03-01'),
	('UWAT', '워털루대학교', 'University of Waterloo', 'ウォータールー大学', 'CA',
	 'after_registration', 15, 'Cumulative average of 70 % or better',
	 'Hannah Reid', 'exchange@uwat.example', '+1-519-555-0114', '2023-09-01');

insert into sojourn.university_name (university_id, name_ko, name_en, name_ja,
    valid)
select u.id, u.name_ko, u.name_en, u.name_ja,
       case u.code when 'HANBAT' then daterange('2023-03-01', null)
	   else daterange(null, null) end
  from sojourn.university u
union all
select u.id, '한밭대학교', 'Hanbat National University', 'ハンバッ大学校',
       daterange(null, '2023-03-01')
  from sojourn.university u where u.code = 'HANBAT';

insert into sojourn.agreement (university_id, valid, max_credits, note)
select u.id, daterange(a.since::date, a.till::date), a.credits, a.note
  from sojourn.university u join (values
	('CNU', '2017-03-01', '2027-03-01', null::integer, '2022-02-15 갱신'),
	('KAIST', '2017-03-01', '2027-03-01', null, ''),
	('SNU', '2018-01-15', '2028-01-15', null, ''),
	('POSTECH', '2018-01-15', '2028-01-15', null, ''),
	('YONSEI', '2019-02-20', '2029-02-20', null, ''),
	('KOREA', '2019-02-20', '2029-02-20', null, ''),
	('HANYANG', '2019-02-20', '2029-02-20', null, ''),
	('EWHA', '2020-07-10', '2026-07-10', null, ''),
	('PNU', '2020-07-10', '2026-07-10', null, ''),
	('HANBAT', '2021-02-01', '2027-02-01', null, ''),
	('HNU', '2018-01-15', '2025-01-15', null, '2025-01-15 만료, 갱신 협의 중'),
	('TOHOKU', '2022-04-01', '2027-04-01', null, ''),
	('TSUKUBA', '2022-04-01', '2027-04-01', null, ''),
	('UWAT', '2023-09-01', '2028-09-01', null, '')
       ) as a(code, since, till, credits, note) on a.code = u.code;

insert into sojourn.time_window (term_id, kind, university_id, opens_at,
    closes_at, source, made_at)
select t.id, 'APPLY', u.id, '2025-07-21 09:00+09', '2025-08-12 18:00+09',
       'PNU 학사과', '2025-07-23 14:00+09'
  from sojourn.term t, sojourn.university u
 where t.code = '2025-2' and u.code = 'PNU';
