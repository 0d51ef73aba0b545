-- Certificates: what was asked for, its copies, and what is wrong with them.

-- review: student affairs verify it first (R112); refused: they did not.
-- approved: they did, or they offer a corrected issue; code: a code was mailed
-- (R106); issued: its copies were asked for; ended: the right to it had ended
-- when the code came, or the wish was taken back.
create table sojourn.certificate_request (
	id         bigint generated always as identity primary key,
	person_id  bigint not null references sojourn.person,
	account_id bigint not null references sojourn.account,
	type       text not null references sojourn.document_kind,
	subject    text not null,
	lang       sojourn.lang not null,
	copies     integer not null check (copies between 1 and 100),
	replaces   bigint references sojourn.document,    -- a corrected issue
	state      text not null check (state in ('review', 'refused',
		'approved', 'code', 'issued', 'ended')),
	ended_why  text not null default '',
	asked_at   timestamptz not null,                  -- sojourn.now()
	due_at     timestamptz,                           -- of a review
	step_up_id bigint,                -- login_attempt, which is purged later
	decided_at timestamptz,
	decided_by bigint references sojourn.account,
	answer     text not null default '',              -- of who refused
	issued_at  timestamptz,
	check ((state = 'ended') = (ended_why <> '')),
	check ((state = 'issued') = (issued_at is not null)),
	check (replaces is null or copies = 1)
);
create index certificate_request_person on sojourn.certificate_request
	(person_id, id);
create index certificate_request_review on sojourn.certificate_request (due_at)
	where state = 'review';
-- One corrected issue at a time.
create unique index certificate_request_replaces on
	sojourn.certificate_request (replaces)
	where state in ('approved', 'code');

-- Each copy is a document of its own, with its own serial.
create table sojourn.certificate_copy (
	request_id  bigint not null references sojourn.certificate_request,
	n           integer not null check (n > 0),
	document_id bigint not null unique references sojourn.document,
	primary key (request_id, n)
);

-- R108: somebody says that a document is wrong.  open, then declined, or
-- correcting until the corrected document is issued: done.
create table sojourn.certificate_case (
	id          bigint generated always as identity primary key,
	document_id bigint not null references sojourn.document,
	person_id   bigint not null references sojourn.person,
	what        text not null check (what in ('name', 'study', 'courses',
		'dates', 'language', 'other')),
	words       text not null check (char_length(words) between 1 and 2000),
	state       text not null default 'open' check (state in ('open',
		'correcting', 'done', 'declined')),
	answer      text not null default '',
	asked_at    timestamptz not null,                 -- sojourn.now()
	due_at      timestamptz not null,
	decided_at  timestamptz,
	decided_by  bigint references sojourn.account,
	request_id  bigint unique references sojourn.certificate_request,
	check ((state = 'open') = (decided_at is null)),
	check (state <> 'declined' or answer <> ''),
	check ((state in ('correcting', 'done')) = (request_id is not null))
);
create unique index certificate_case_open on sojourn.certificate_case
	(document_id) where state in ('open', 'correcting');
create index certificate_case_person on sojourn.certificate_case (person_id);

-- Why a document was revoked, for its owner, in two languages.
create table sojourn.document_reason (
	document_id bigint primary key references sojourn.document,
	reason_ko   text not null check (reason_ko <> ''),
	reason_en   text not null check (reason_en <> ''),
	given_by    bigint not null references sojourn.account,
	given_at    timestamptz not null default clock_timestamp()
);
