-- What lies on the desks of student affairs and of those who write letters: one
-- letter that nobody writes yet, one with a colleague, one with somebody outside,
-- one to be read; a certificate of an expected degree to be verified.  Nothing
-- here is issued: signer has to see what it signs.
create temporary table seed_letter as
select s.*, r.person_id, a.id as student,
       nextval(pg_get_serial_sequence('sojourn.letter', 'id')) as letter_id
  from (values
	(1, '20213003', '박사과정 지원', '東京大学大学院理学系研究科', '김정호', 'ja', 'download', '', '2025-08-29', '2025-08-13 16:20+09', 'requested'),
	(2, '20203001', '국외 연수 장학금 신청', '한국연구재단 국제협력팀', '김정호', 'ko', 'pickup', '', null, '2025-08-13 09:10+09', 'writing'),
	(3, '20253006', 'Summer school on high-performance computing', 'Department of Computer Science, UiT The Arctic University of Norway', 'Ingrid Halvorsen', 'en', 'download', '', '2025-09-05', '2025-08-14 08:40+09', 'writing'),
	(4, '20223004', 'Application for a postdoctoral position', 'Max Planck Institute for Solid State Research', '김정호', 'en', 'post', 'Heisenbergstraße 1, 70569 Stuttgart, Germany', '2025-09-12', '2025-08-12 17:30+09', 'review')
       ) as s(n, no, purpose, recipient, wished, lang, delivery, address,
	   deadline, at, state)
  join sojourn.degree_record r on r.student_no = s.no
  join sojourn.account a on a.login = s.no
 order by s.n;

insert into sojourn.letter (id, person_id, purpose, recipient, wished, language,
    delivery, address, deadline, asked_at, state, officer)
overriding system value
select s.letter_id, s.person_id, s.purpose, s.recipient, s.wished, s.lang,
       s.delivery, s.address, s.deadline::date, s.at::timestamptz, s.state,
       case when s.state <> 'requested' then o.id end
  from seed_letter s join sojourn.account o on o.login = 'affairs'
 order by s.n;

-- The link of the author outside went out with its mail; a reminder from the
-- letter's page makes a new one, which the demo's mailbox shows.
with mail as (
	insert into sojourn.outbox (kind, lang, to_address, params, made_at,
	    state, tries, sent_at)
	select 'letter-link', 'en', 'ingrid.halvorsen@uit.example', '{}',
	       '2025-08-14 09:05+09', 'sent', 1, '2025-08-14 09:05+09'
	returning id)
insert into sojourn.letter_author (letter_id, account_id, name, email, lang,
    asked_at, asked_by, link_mail, state, ended_at)
select s.letter_id, k.id, coalesce(k.name, 'Ingrid Halvorsen'),
       case when k.id is null then 'ingrid.halvorsen@uit.example' else '' end,
       case when k.id is null then 'en' else 'ko' end,
       s.at::timestamptz + interval '25 minutes', o.id,
       case when k.id is null then mail.id end,
       case s.state when 'review' then 'submitted' else 'open' end,
       case s.state when 'review' then timestamptz '2025-08-13 18:05+09' end
  from seed_letter s
  join sojourn.account o on o.login = 'affairs'
  left join sojourn.account k on k.login = 'prof.kim' and s.n <> 3
 cross join mail
 where s.state <> 'requested'
 order by s.n;

insert into sojourn.letter_draft (letter_id, version, salutation, body, closing,
    signed_name, signed_title, saved_at, saved_by)
select s.letter_id, case s.state when 'review' then 3 else 1 end,
       d.salutation, d.body, d.closing, d.signed_name, d.signed_title,
       coalesce(a.ended_at, a.asked_at), case s.state when 'review' then a.id end
  from seed_letter s
  join sojourn.letter_author a on a.letter_id = s.letter_id
  left join (values (4, 'Dear members of the committee,',
	E'Dr Lee took two of my courses and worked in my group for a year of his doctoral studies. He planned his measurements himself, found the error in our calibration that three of us had overlooked, and wrote the part of our paper that describes it.\n\nHe explains difficult matters plainly and is patient with younger students. I recommend him to your institute without reservation.',
	'Yours sincerely,', 'Jeongho Kim', 'Professor of Molecular Biology'))
	as f(n, salutation, body, closing, signed_name, signed_title)
    on f.n = s.n
 cross join lateral (select coalesce(f.salutation, '') as salutation,
	coalesce(f.body, '') as body, coalesce(f.closing, '') as closing,
	coalesce(f.signed_name, '') as signed_name,
	coalesce(f.signed_title, '') as signed_title) d
 order by s.n;

insert into sojourn.letter_step (letter_id, at, step, by_whom, shown)
select s.letter_id, s.at::timestamptz, 'asked', s.student, true
  from seed_letter s
union all
select s.letter_id, a.asked_at, case when a.account_id is null then 'invited'
	else 'assigned' end, a.asked_by, true
  from seed_letter s
  join sojourn.letter_author a on a.letter_id = s.letter_id
union all
select s.letter_id, a.ended_at, 'submitted', a.account_id, true
  from seed_letter s
  join sojourn.letter_author a on a.letter_id = s.letter_id
 where a.state = 'submitted'
 order by 2, 1;

-- Student affairs verify it (R112); then its code is mailed.
insert into sojourn.certificate_request (person_id, account_id, type, subject,
    lang, copies, state, asked_at, due_at)
select r.person_id, a.id, 'expected-degree', r.student_no, 'en', 2, 'review',
       '2025-08-13 14:15+09', '2025-08-18 18:00+09'
  from sojourn.degree_record r join sojourn.account a on a.login = r.student_no
 where r.student_no = '20223007';

drop table seed_letter;
