-- From an application to an ID.

create table sojourn.stored_file (
	id         bigint generated always as identity primary key,
	sha256     bytea not null check (length(sha256) = 32),
	media_type text not null,
	name       text not null,
	size       integer not null check (size between 0 and 26214400),
	content    bytea not null,
	stored_by  bigint,
	stored_at  timestamptz not null default clock_timestamp()
);

-- Official letters in and out (R6, R12).
create table sojourn.official_letter (
	id            bigint generated always as identity primary key,
	university_id integer not null references sojourn.university,
	term_id       integer references sojourn.term,
	direction     text not null default 'in' check (direction in ('in', 'out')),
	subject       text not null check (subject in ('applications',
		'recommendation', 'withdrawal', 'final-list', 'other')),
	letter_no     text not null check (char_length(letter_no) between 1 and 80),
	letter_date   date not null,
	file_id       bigint references sojourn.stored_file,
	recorded_by   bigint,
	recorded_at   timestamptz not null default clock_timestamp(),
	received_at   timestamptz not null,
	unique (university_id, direction, subject, letter_no)
);

-- A recorded exception to a deadline, or to the number of people a room holds:
-- reason, expiry, two people.
create table sojourn.exception (
	id            bigint generated always as identity primary key,
	kind          text not null check (kind in ('late-list', 'late-letter',
		'late-act', 'late-withdrawal', 'capacity')),
	university_id integer references sojourn.university,
	person_id     bigint references sojourn.person,
	term_id       integer not null references sojourn.term,
	reason        text not null check (reason <> ''),
	until         timestamptz not null,
	seats         integer check (seats between 0 and 5000), -- of a capacity
	asked_by      bigint not null,
	asked_at      timestamptz not null default clock_timestamp(),
	agreed_by     bigint,
	agreed_at     timestamptz,
	ended_at      timestamptz,
	check (agreed_by <> asked_by),
	check ((kind = 'capacity') = (seats is not null)),
	check (kind = 'capacity' or num_nonnulls(university_id, person_id) >= 1)
);
create index exception_person on sojourn.exception (person_id)
	where person_id is not null;

-- The sections an exception is about: each may be taken or left once.  An
-- exception of a student without any is for whatever he asks.
create table sojourn.exception_section (
	exception_id bigint not null references sojourn.exception,
	section_id   integer not null references sojourn.section,
	act          text not null check (act in ('take', 'leave', 'capacity')),
	-- The newest line of the audit when the second person agreed: an act
	-- that stands behind it has used the exception up.
	since        bigint,
	primary key (exception_id, section_id, act)
);
create index exception_section_section on sojourn.exception_section (section_id);

-- An applicant list that a university uploaded; rows are kept as previewed.
create table sojourn.partner_list (
	id            bigint generated always as identity primary key,
	university_id integer not null references sojourn.university,
	term_id       integer not null references sojourn.term,
	uploaded_by   bigint not null,
	on_behalf     boolean not null default false,
	uploaded_at   timestamptz not null default clock_timestamp(),
	file_name     text not null,
	file_sha256   bytea not null check (length(file_sha256) = 32),
	state         text not null default 'preview' check (state in
		('reading', 'preview', 'committed', 'discarded', 'unreadable')),
	notes         jsonb not null default '[]',
	digest        bytea,             -- of the verdicts the preview showed
	letter_id     bigint references sojourn.official_letter,
	committed_at  timestamptz,
	committed_by  bigint
);
create table sojourn.partner_list_row (
	list_id        bigint not null references sojourn.partner_list on delete cascade,
	row_no         integer not null,
	cells          jsonb not null,   -- normalised values by column key
	raw            jsonb not null,   -- as typed, resident numbers blanked
	problems       jsonb not null default '[]',  -- [{column,value,reason,…}]
	duplicate_of   integer,          -- an earlier row with the same number
	verdict        text not null check (verdict in ('new', 'returning',
		'adopts', 'corrects', 'differs', 'doubtful', 'duplicate',
		'already', 'error')),
	application_id bigint,
	primary key (list_id, row_no)
);

create table sojourn.application (
	id             bigint generated always as identity primary key,
	term_id        integer not null references sojourn.term,
	university_id  integer not null references sojourn.university,
	student_no     text not null check (char_length(student_no) between 1 and 30),
	door           text not null check (door in ('web', 'list')),
	state          text not null check (state in ('unconfirmed', 'submitted',
		'returned', 'held', 'approved', 'rejected', 'issued',
		'withdrawn', 'expired')),
	recommendation text not null default 'none'
		check (recommendation in ('none', 'recommended', 'refused')),
	name_native    text not null check (char_length(name_native) between 1 and 120),
	name_family    text not null default '',
	name_given     text not null default '',
	birth_date     date not null,
	level          text not null check (level in ('BA', 'MA', 'PHD', 'MSPHD')),
	status         text not null default 'enrolled' check (status in ('enrolled', 'leave')),
	college        text not null default '',
	department     text not null default '',
	semester       text not null default '',
	email          text not null,
	email_confirmed_at timestamptz,
	phone          text not null default '',
	previous_id    text not null default '',
	max_credits    integer check (max_credits between 1 and 30),
	lang           sojourn.lang not null default 'ko',
	consent_collect_at timestamptz,
	consent_provide_at timestamptz,
	list_id        bigint references sojourn.partner_list,
	list_data      jsonb,            -- what the list says, beside the student's own
	rival_id       bigint references sojourn.application, -- a second claim on
		-- the same number, confirmed from another mailbox (S2)
	person_id      bigint references sojourn.person,
	identity       text not null default 'open'
		check (identity in ('open', 'new', 'known', 'doubtful')),
	entered_by     bigint,           -- account; null = the applicant
	submitted_at   timestamptz not null default clock_timestamp(),
	decided_at     timestamptz,
	decided_by     bigint,
	decision_reason text not null default '',
	published_at   timestamptz,      -- when the applicant may see the decision (R38)
	recommended_at timestamptz,
	recommended_by bigint,
	recommendation_reason text not null default '',
	issued_at      timestamptz,
	version        integer not null default 1
);
-- One application per term, university and student number, once its mailbox
-- or its list is confirmed; an unconfirmed one blocks nobody (S2).
create unique index application_one on sojourn.application
	(term_id, university_id, student_no)
	where state not in ('unconfirmed', 'expired', 'withdrawn');
create index application_queue on sojourn.application (term_id, state, id);
create index application_university on sojourn.application (university_id, term_id);
create index application_published on sojourn.application (published_at);
create index application_person on sojourn.application (person_id);
alter table sojourn.token add foreign key (application_id) references sojourn.application;
alter table sojourn.partner_list_row add foreign key (application_id)
	references sojourn.application deferrable initially deferred;

-- Two person rows that may be one human (R22); a person decides.
create table sojourn.identity_case (
	id             bigint generated always as identity primary key,
	a              bigint not null references sojourn.person,  -- the older
	b              bigint not null references sojourn.person,
	application_id bigint references sojourn.application,
	why            text not null,
	state          text not null default 'open' check (state in ('open',
		'merge-asked', 'merged', 'separate')),
	reason         text not null default '',
	asked_by       bigint,
	decided_by     bigint,           -- a merge takes two staff (S1)
	decided_at     timestamptz,
	undone_at      timestamptz,
	moved          jsonb not null default '{}',  -- what undoing gives back
	made_at        timestamptz not null default clock_timestamp(),
	check (a <> b),
	check (state <> 'merged' or asked_by <> decided_by)
);
create unique index identity_case_open on sojourn.identity_case
	(least(a, b), greatest(a, b)) where undone_at is null;
