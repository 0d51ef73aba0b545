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

-- In the rush; the terms of one person are few.
create index registration_right_hash on sojourn.registration_right
	using hash (person_id);
create index registration_right_university on sojourn.registration_right
	(university_id, term_id);

create table sojourn.enrolment (
	person_id    bigint not null,
	section_id   integer not null,
	term_id      integer not null,
	credits      integer not null,
	state        text not null default 'enrolled' check (state in ('enrolled',
		'withdraw_requested', 'withdraw_home_confirmed', 'withdrawn',
		'closed_by_host', 'completed')),
	-- Takes a seat and counts as credits; section_seat.taken is their number.
	holds_seat   boolean not null generated always as (state in ('enrolled',
		'withdraw_requested', 'withdraw_home_confirmed',
		'completed')) stored,
	credit_granted boolean not null default true,   -- R46
	enrolled_at  timestamptz not null,
	-- The form that asked for it.  What sojourn.decide_done did stands under
	-- its request id here alone, until the row goes (F8, enrolment_request).
	request_id   text,
	-- The university whose agreed number this seat counts to (R2).
	quota_of     integer,
	primary key (person_id, section_id)
);
create index enrolment_section on sojourn.enrolment (section_id);

-- An agreed number of seats of one university in one section (R2).  Every
-- change holds the lock of the section's section_seat, whose column `quotas`
-- says whether there is any, so that a section without them costs nothing.
create table sojourn.section_quota (
	section_id    integer not null,
	university_id integer not null references sojourn.university,
	seats         integer not null check (seats >= 0),
	taken         integer not null default 0 check (taken >= 0),
	primary key (section_id, university_id),
	check (taken <= seats)
);
create index section_quota_university on sojourn.section_quota (university_id);

-- Whoever gives or frees a seat need not think of the quota it counts to.  A
-- trigger needs its function; the text is in sql/api/shared/quota_count.sql.
create function sojourn.quota_count() returns trigger language plpgsql
as $$ begin return null; end $$;
create trigger enrolment_quota_insert after insert on sojourn.enrolment
	for each row when (new.quota_of is not null)
	execute function sojourn.quota_count();
create trigger enrolment_quota_update after update of state, quota_of,
	section_id on sojourn.enrolment for each row
	when (old.quota_of is not null or new.quota_of is not null)
	execute function sojourn.quota_count();
create trigger enrolment_quota_delete after delete on sojourn.enrolment
	for each row when (old.quota_of is not null)
	execute function sojourn.quota_count();

-- The request id stays known when the enrolment goes (F8).
create function sojourn.enrolment_request() returns trigger language plpgsql
as $$ begin return null; end $$;
create trigger enrolment_request after delete on sojourn.enrolment
	for each row when (old.request_id is not null)
	execute function sojourn.enrolment_request();

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

-- What a student lost when the host closed a section, and until when others may
-- be added in its place, outside the windows too (R32).
create table sojourn.substitute (
	person_id  bigint not null references sojourn.person,
	section_id integer not null references sojourn.section,
	term_id    integer not null references sojourn.term,
	credits    integer not null check (credits > 0),
	held       integer not null check (held >= credits), -- before the closing
	opens_at   timestamptz not null,
	closes_at  timestamptz not null,
	primary key (person_id, section_id),
	check (opens_at < closes_at)
);
create index substitute_section on sojourn.substitute (section_id);
create index substitute_end on sojourn.substitute (closes_at);

-- Sections put aside before the window opens.
create table sojourn.cart (
	person_id  bigint not null references sojourn.person,
	section_id integer not null references sojourn.section,
	added_at   timestamptz not null default clock_timestamp(),
	primary key (person_id, section_id)
);
create index cart_section on sojourn.cart (section_id);

-- Who waits for a seat, in the order of id.  A seat that comes free is offered
-- to the first whose credits and times allow it; the others keep their place.
create table sojourn.waitlist (
	id         bigint generated always as identity primary key,
	person_id  bigint not null references sojourn.person,
	section_id integer not null references sojourn.section,
	state      text not null default 'waiting' check (state in ('waiting',
		'passed', 'offered', 'taken', 'expired', 'left', 'ended')),
	why        text[] not null default '{}',  -- passed: what was in the way
	joined_at  timestamptz not null,
	expires_at timestamptz,                   -- of the offer
	ended_at   timestamptz,
	check (state <> 'offered' or expires_at is not null)
);
create unique index waitlist_place on sojourn.waitlist (section_id, person_id)
	where state in ('waiting', 'passed', 'offered');
create index waitlist_person on sojourn.waitlist (person_id)
	where state in ('waiting', 'passed', 'offered');

-- The secret address of a timetable, for calendars.  The token itself is not
-- stored: with the program's key the nonce gives it back to its owner.
create table sojourn.calendar_link (
	person_id  bigint primary key references sojourn.person,
	nonce      text not null check (nonce ~ '^[A-Za-z0-9_-]{22}$'),
	token_hash bytea not null unique check (length(token_hash) = 32),
	made_at    timestamptz not null default clock_timestamp(),
	read_at    timestamptz               -- last read, to the day
);

-- Equal refusals of one person are counted, not stored row by row (S13).  The
-- first of them is a row of the audit.  section_id 0: no section of the term.
create table sojourn.refusal (
	person_id  bigint not null,
	section_id integer not null,
	act        text not null,
	outcome    text not null,
	n          integer not null default 1,
	first_at   timestamptz not null default clock_timestamp(),
	last_at    timestamptz,              -- null: there was only one
	primary key (person_id, section_id, act, outcome)
) with (fillfactor = 80);

-- What registration did since the row before, as each process of `register`
-- counts it: a row every two seconds while something happens.  It feeds the live
-- board alone; what is true stands in enrolment and audit.
create table sojourn.pulse (
	id         bigint generated always as identity primary key,
	at         timestamptz not null default clock_timestamp(),
	process    text not null,            -- host and process number
	done       integer not null check (done >= 0),      -- seats taken
	cancelled  integer not null check (cancelled >= 0), -- seats given back
	refused    jsonb not null,           -- outcome: how often
	queue      integer not null check (queue >= 0),     -- requests that wait
	oldest_ms  integer not null check (oldest_ms >= 0)  -- since when
);
create index pulse_at on sojourn.pulse (at);

-- One thing asked of sojourn.decide() on its way to a result.
create type sojourn.item as (
	i          integer,      -- order of arrival within the batch
	no         integer,      -- the request it belongs to, as the caller counts
	n          integer,      -- position within that request
	account_id bigint,
	person_id  bigint,
	act        text,         -- enrol, cancel, swap
	request_id text,
	at         timestamptz,  -- arrival on the clock of sojourn.now()
	take       integer,      -- section to enrol in
	give       integer,      -- section to leave
	section    text,         -- code that the result is about, as asked
	dropped    text,         -- code of give in a swap
	dry        boolean,      -- take has no seat and none can come free here
	repeats    integer,      -- earlier request of the batch with the same id
	university_id integer,   -- of the registration right
	max_credits integer,     -- in force for this act (R18, R19, R32)
	limit_rule text,         -- … and the rule that says so
	outcome    text,         -- null: not decided yet
	rule       text,
	detail     jsonb,
	late       boolean       -- outside of the windows: by an exception, or R32
);

-- One who may register, as sojourn.decide_done reads him.
create type sojourn.asker as (
	no         integer,      -- place in the batch
	at         timestamptz,  -- arrival on the clock of sojourn.now()
	account_id bigint,
	person_id  bigint,
	university_id integer,
	max_credits integer
);
