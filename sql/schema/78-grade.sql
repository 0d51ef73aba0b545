-- Grades: what an instructor gave, when it was announced, what was asked of it.

-- R14, R17: one per enrolment, in the grading of its section.  A row without a
-- value was given and taken back before the announcement.  The guards are in
-- rules/40-grades.sql: frozen from the announcement on, but for an appeal.
create table sojourn.grade (
	person_id  bigint not null,
	section_id integer not null check (section_id > 0), -- never of practice
	term_id    integer not null references sojourn.term,
	percent    numeric(4,1) check (percent between 0 and 100),
	pass       boolean,
	version    integer not null default 1,   -- what two tabs compare
	entered_at timestamptz not null,         -- sojourn.now()
	entered_by bigint not null references sojourn.account,
	primary key (person_id, section_id),
	check (num_nonnulls(percent, pass) <= 1)
);
create index grade_section on sojourn.grade (section_id);
create index grade_term on sojourn.grade (term_id);

-- Every value there ever was, with who gave it and why (R15).  Append-only.
create table sojourn.grade_value (
	person_id  bigint not null,
	section_id integer not null,
	version    integer not null check (version > 0),
	percent    numeric(4,1),
	pass       boolean,
	at         timestamptz not null,         -- sojourn.now()
	given_by   bigint not null references sojourn.account,
	way        text not null check (way in ('form', 'file', 'appeal')),
	late       boolean not null default false, -- first value after announcement
	appeal_id  bigint,
	primary key (person_id, section_id, version),
	check ((way = 'appeal') = (appeal_id is not null))
);

-- The moment from which on the grades of a term are seen, for ever (R14).
create table sojourn.grade_announcement (
	term_id  integer primary key references sojourn.term,
	at       timestamptz not null,           -- sojourn.now()
	given    integer not null check (given >= 0),
	missing  integer not null check (missing >= 0)
);

-- R15: a student asks for a correction, with a reason; the instructor decides
-- with a reason.  One open request per enrolment.
create table sojourn.grade_appeal (
	id             bigint generated always as identity primary key,
	person_id      bigint not null,
	section_id     integer not null,
	term_id        integer not null references sojourn.term,
	reason         text not null check (char_length(reason) between 1 and 2000),
	percent_before numeric(4,1),
	pass_before    boolean,
	asked_at       timestamptz not null,     -- sojourn.now()
	due_at         timestamptz not null,     -- C32; staff may extend
	state          text not null default 'open'
		check (state in ('open', 'changed', 'kept', 'taken-back')),
	decided_at     timestamptz,
	decided_by     bigint references sojourn.account,
	answer         text not null default '',
	percent_after  numeric(4,1),
	pass_after     boolean,
	reminded_at    timestamptz,
	foreign key (person_id, section_id) references sojourn.grade,
	check ((state in ('changed', 'kept'))
	    = (decided_at is not null and decided_by is not null and answer <> ''))
);
create unique index grade_appeal_open on sojourn.grade_appeal
	(person_id, section_id) where state = 'open';
create index grade_appeal_enrolment on sojourn.grade_appeal
	(person_id, section_id);
create index grade_appeal_due on sojourn.grade_appeal (due_at)
	where state = 'open';

-- What everybody did with a request, in order; shown to student, instructor
-- and staff.  Append-only.
create table sojourn.grade_appeal_act (
	id        bigint generated always as identity primary key,
	appeal_id bigint not null references sojourn.grade_appeal,
	act       text not null check (act in ('asked', 'taken-back', 'extended',
		'changed', 'kept')),
	at        timestamptz not null,          -- sojourn.now()
	by_kind   text not null check (by_kind in ('student', 'instructor', 'staff')),
	by_whom   bigint not null references sojourn.account,
	why       text not null default '',
	until     timestamptz                    -- extended: the new due date
);
create index grade_appeal_act_of on sojourn.grade_appeal_act (appeal_id, id);

-- A sheet of grades that was read and is looked at before it counts.  Rows as
-- the file had them; committing does what the preview showed or nothing.
create table sojourn.grade_upload (
	id          bigint generated always as identity primary key,
	section_id  integer not null references sojourn.section,
	uploaded_by bigint not null references sojourn.account,
	uploaded_at timestamptz not null default clock_timestamp(),
	file_name   text not null,
	sha256      bytea not null check (length(sha256) = 32),
	notes       jsonb not null default '{}',
	rows        jsonb not null,      -- [{row, student, name, grade}, ...]
	digest      text not null,       -- of what the preview showed
	state       text not null default 'preview'
		check (state in ('preview', 'committed', 'discarded')),
	saved       integer              -- committed: how many grades
);
create index grade_upload_section on sojourn.grade_upload (section_id);
