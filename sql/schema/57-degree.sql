-- Own degree students: what the university's certificates say of them (R109).
-- Written by `sojourn import people`, and value by value at /staff/degrees.

-- One place of study of a person; who takes a master's and then a doctorate
-- here has two.
create table sojourn.degree_record (
	id            bigint generated always as identity primary key,
	person_id     bigint not null references sojourn.person,
	student_no    text not null unique
		check (student_no ~ '^[0-9A-Za-z][0-9A-Za-z-]{2,29}$'),
	level         text not null check (level in ('BA', 'MA', 'PHD', 'MSPHD')),
	department_ko text not null check (department_ko <> ''),
	department_en text not null default '',
	department_ja text not null default '',
	admitted_on   date not null,
	status        text not null check (status in ('enrolled', 'leave',
		'completed', 'graduated', 'terminated')),
	status_since  date not null,
	expected_on   date,                    -- when the degree is expected
	completed_on  date,                    -- all courses done
	degree_ko     text not null default '',
	degree_en     text not null default '',
	degree_ja     text not null default '',
	degree_no     text not null default '',
	degree_on     date,                    -- conferred
	thesis        text not null default '',
	terminated_on date,
	check (status <> 'graduated'
	    or (degree_on is not null and degree_ko <> '' and degree_no <> '')),
	check (status <> 'completed' or completed_on is not null),
	check (status <> 'terminated' or terminated_on is not null),
	check (admitted_on <= status_since)
);
create index degree_record_person on sojourn.degree_record (person_id);

create table sojourn.degree_leave (
	record_id bigint not null references sojourn.degree_record,
	from_on   date not null,
	till_on   date not null,               -- the last day
	primary key (record_id, from_on),
	check (from_on <= till_on),
	exclude using gist (record_id with =,
	    daterange(from_on, till_on, '[]') with &&)
);

-- Tuition that was paid, in won.
create table sojourn.degree_payment (
	record_id bigint not null references sojourn.degree_record,
	term      text not null check (term ~ '^[0-9]{4}-[12SW]$'),
	item      text not null check (item <> ''),
	amount    integer not null check (amount >= 0),
	paid_on   date not null,
	primary key (record_id, term, item)
);

-- The scale of own courses: points of 4.5; none for those that only pass.
create table sojourn.degree_grade (
	grade  text primary key,
	points numeric(2,1) check (points between 0 and 4.5),
	passed boolean not null,
	place  integer not null unique         -- the best first
);

create table sojourn.degree_course (
	record_id bigint not null references sojourn.degree_record,
	term      text not null check (term ~ '^[0-9]{4}-[12SW]$'),
	code      text not null check (code ~ '^[A-Z0-9-]{2,20}$'),
	title_ko  text not null check (title_ko <> ''),
	title_en  text not null default '',
	title_ja  text not null default '',
	credits   integer not null check (credits between 1 and 9),
	grade     text not null references sojourn.degree_grade,
	percent   numeric(4,1) check (percent between 0 and 100),
	primary key (record_id, term, code)
);

-- What staff have corrected by hand, both values and why.
create table sojourn.degree_correction (
	id        bigint generated always as identity primary key,
	record_id bigint not null references sojourn.degree_record,
	field     text not null,
	was       text not null,
	is_       text not null,
	reason    text not null check (reason <> ''),
	by_whom   bigint not null references sojourn.account,
	at        timestamptz not null         -- sojourn.now()
);
create index degree_correction_of on sojourn.degree_correction (record_id);
