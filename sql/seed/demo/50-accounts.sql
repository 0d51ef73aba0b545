-- The demo's staff and partner accounts (contract, section 2).  The hashes are
-- Argon2id, 19 MiB and 2 passes; the words they stand for are in the README.
-- All of them confirm a login with a second step.
insert into sojourn.account (login, kind, university_id, name, email, phone,
    lang, password_hash, password_state, password_since, second_step,
    created_at)
select a.login, a.kind, u.id, a.name, a.email, a.phone, 'ko', h.hash, 'set',
       '2025-07-01 09:00+09', 'always', '2025-07-01 09:00+09'
  from (values
	('admin', 'staff', null, '한서준', 'admin@ust.example', '042-000-0001', 'admin'),
	('academic', 'staff', null, '이현주', 'academic@ust.example', '042-000-0002', 'academic'),
	('affairs', 'staff', null, '박지영', 'affairs@ust.example', '042-000-0003', 'affairs'),
	('prof.kim', 'staff', null, '김정호', 'prof.kim@ust.example', '042-000-0004', 'prof'),
	('auditor', 'staff', null, '오상민', 'auditor@ust.example', '042-000-0005', 'auditor'),
	('cnu', 'partner', 'CNU', '이정민', 'exchange@cnu.example', '042-000-0101', 'partner'),
	('cnu.dean', 'partner', 'CNU', '홍성욱', 'dean@cnu.example', '042-000-0121', 'partner'),
	('kaist', 'partner', 'KAIST', '박소연', 'exchange@kaist.example', '042-000-0102', 'partner')
       ) as a(login, kind, university, name, email, phone, word)
  join (values
	('admin', '$argon2id$v=19$m=19456,t=2,p=1$NSlwXH94dXztb6llgTYO1g$uS2RTSUw+J6FM0dFuPYf+4mg7fTvVQmLoZdoVz35S1A'),
	('academic', '$argon2id$v=19$m=19456,t=2,p=1$bkgQkgoHB40/8MS8lSFfCg$ckWC2JxrXp5FLh7+cJwrKlKZoTEj7pjkrF3gPRG32+g'),
	('affairs', '$argon2id$v=19$m=19456,t=2,p=1$9ezPrbYbWcCQpJP7UVCL4g$lJSVKMF/0TTflTqozw7RSLrqwVzGNiOQIqb4uInDgis'),
	('prof', '$argon2id$v=19$m=19456,t=2,p=1$K6xO9c50zZCJ3eUUZm7Qlw$rPG/23p9Sd4mp6T6gQyAn4BO8KEj7TLGBK6EMF8izwM'),
	('auditor', '$argon2id$v=19$m=19456,t=2,p=1$n9XPOXFfiq0GFQs0r4SXMg$BoS4OB8SJbucgNPO/yaKL45kEa1z51xNKFBJ8h3RNxc'),
	('partner', '$argon2id$v=19$m=19456,t=2,p=1$RfWOAqfa/7lKbVl5rHmsVA$xz2PbiM1bO6S2DaMbvQMKkZn4RoPD9XSVYcQeGzt0G8')
       ) as h(word, hash) on h.word = a.word
  left join sojourn.university u on u.code = a.university;

insert into sojourn.account_role (account_id, role, given_at)
select a.id, r.role, a.created_at
  from sojourn.account a join (values
	('admin', 'admin'), ('academic', 'academic'), ('affairs', 'affairs'),
	('prof.kim', 'instructor'), ('auditor', 'auditor'),
	('cnu', 'coordinator'), ('cnu', 'recommender'),
	('cnu.dean', 'recommender'),
	('kaist', 'coordinator'), ('kaist', 'recommender')
       ) as r(login, role) on r.login = a.login;

insert into sojourn.section_instructor (section_id, account_id)
select s.id, a.id
  from sojourn.section s join sojourn.account a on a.name = s.instructor_ko
 where a.login = 'prof.kim';
