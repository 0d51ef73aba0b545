-- What home universities are told of the registrations of their students.

-- R55: a version of the list of one university and term; a version is never
-- changed, a later one says what is different (C28).  R186: a list of the
-- announced grades is one of its own kind, with versions of its own.
create table sojourn.final_list (
	id            bigint generated always as identity primary key,
	university_id integer not null references sojourn.university,
	term_id       integer not null references sojourn.term,
	version       integer not null check (version > 0),
	stage         text not null check (stage in ('interim', 'final', 'grades')),
	kind          text not null generated always as (case stage
		when 'grades' then 'grades' else 'registrations' end) stored,
	recommend     boolean not null default false,  -- by this list (R45)
	made_at       timestamptz not null,            -- sojourn.now()
	due_at        timestamptz not null,            -- to acknowledge (C32)
	students      integer not null,
	registrations integer not null,
	credits       integer not null,
	added         integer not null default 0,
	removed       integer not null default 0,
	changed       integer not null default 0,
	acknowledged_at timestamptz,
	acknowledged_by bigint,                        -- account
	letter_id     bigint references sojourn.official_letter, -- came on paper
	reminded_at   timestamptz,
	-- Grades: how they are spread in each section of the list, on that day:
	-- [{section, students, mean, spread: [[name, students], ...]}, ...]
	spread        jsonb not null default '[]',
	serial        text unique,                     -- grades: the signed document
	unique (university_id, term_id, kind, version),
	check (serial is null or stage = 'grades'),
	check ((acknowledged_at is null) = (acknowledged_by is null)),
	check (letter_id is null or acknowledged_at is not null)
);
create index final_list_open on sojourn.final_list (due_at)
	where acknowledged_at is null;

-- A registration as it was that day, with the names of that day.  A student
-- without any has one row without a section.  What the version before had and
-- this one has not stands in it too, marked as removed.
create table sojourn.final_list_row (
	list_id        bigint not null references sojourn.final_list,
	n              integer not null,               -- order in the list
	application_id bigint not null,
	person_id      bigint not null,
	section_id     integer references sojourn.section,
	student_no     text not null,
	name_native    text not null,
	name_latin     text not null,
	department     text not null,
	temporary_id   text not null,
	state          text not null,   -- of the enrolment; none, cancelled
	credits        integer not null,
	credit_granted boolean not null,               -- R46
	grade          text not null default '',       -- lists of grades
	why            text not null default '',       -- no credits
	mark           text not null check (mark in ('same', 'added', 'removed',
		'changed')),
	was            jsonb not null default '{}',    -- before, where changed
	primary key (list_id, n)
);

-- Who was warned before which window ended; once each (R18, R184).
create table sojourn.registration_warning (
	person_id   bigint not null references sojourn.person,
	term_id     integer not null references sojourn.term,
	window_kind text not null check (window_kind in ('REGISTER', 'CHANGE')),
	why         text not null check (why in ('login', 'none', 'below')),
	warned_at   timestamptz not null,
	primary key (person_id, term_id, window_kind)
);
