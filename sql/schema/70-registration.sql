-- The right to register, enrolments, withdrawals.

-- Granted when an ID is issued; carries the limits in force, so that the hot
-- path reads one row (R18, R19, R23).
create table sojourn.registration_right (
	person_id      bigint not null references sojourn.person,
	term_id        integer not null references sojourn.term,
	application_id bigint not null references sojourn.application,
	university_id  integer not null references sojourn.university,
	min_credits    integer not null,
	max_credits    integer not null,
	limit_rule     text not null,        -- R18 host, R19 home or person
	rule_versions  jsonb not null default '{}',
	granted_at     timestamptz not null default clock_timestamp(),
	suspended_at   timestamptz,          -- refused recommendation, retraction
	suspended_why  text not null default '',
	primary key (person_id, term_id)
);

create table sojourn.enrolment (
	person_id    bigint not null,
	section_id   integer not null,
	term_id      integer not null,
	credits      integer not null,
	state        text not null default 'enrolled' check (state in ('enrolled',
		'withdraw_requested', 'withdraw_home_confirmed', 'withdrawn',
		'closed_by_host', 'completed')),
	credit_granted boolean not null default true,   -- R46
	enrolled_at  timestamptz not null,
	request_id   text,
	primary key (person_id, section_id)
);
create index enrolment_section on sojourn.enrolment (section_id);

-- R12: asked by the student, confirmed by the home university with a letter.
create table sojourn.withdrawal (
	id           bigint generated always as identity primary key,
	person_id    bigint not null,
	section_id   integer not null,
	term_id      integer not null references sojourn.term,
	university_id integer not null references sojourn.university,
	reason       text not null default '',
	state        text not null default 'requested' check (state in ('requested',
		'confirmed-late', 'withdrawn', 'refused', 'taken-back', 'lapsed')),
	requested_at timestamptz not null,
	letter_id    bigint references sojourn.official_letter,
	decided_at   timestamptz,
	decided_by   bigint,
	decision_reason text not null default ''
);
create unique index withdrawal_open on sojourn.withdrawal (person_id, section_id)
	where state in ('requested', 'confirmed-late', 'withdrawn');
create index withdrawal_university on sojourn.withdrawal (university_id, term_id);

-- Sections put aside before the window opens.
create table sojourn.cart (
	person_id  bigint not null references sojourn.person,
	section_id integer not null references sojourn.section,
	added_at   timestamptz not null default clock_timestamp(),
	primary key (person_id, section_id)
);
