-- Humans, their places of study, their accounts and sessions.

-- One row for life.  After a merge the younger row points to the older one.
create table sojourn.person (
	id           bigint generated always as identity primary key,
	name_native  text not null check (char_length(name_native) between 1 and 120),
	name_family  text not null default '',
	name_given   text not null default '',
	birth_date   date not null,
	email        text not null default '',       -- of the account, verified
	email2       text not null default '',
	phone        text not null default '',
	merged_into  bigint references sojourn.person,
	created_at   timestamptz not null default clock_timestamp(),
	check (merged_into <> id)
);
create index person_birth on sojourn.person (birth_date);

-- A person at a university; numbers and levels change and are dated (R22).
create table sojourn.student (
	id            bigint generated always as identity primary key,
	person_id     bigint not null references sojourn.person,
	university_id integer not null references sojourn.university,
	student_no    text not null check (char_length(student_no) between 1 and 30),
	level         text not null check (level in ('BA', 'MA', 'PHD', 'MSPHD')),
	college       text not null default '',
	department    text not null default '',
	since         date not null default current_date,
	unique (university_id, student_no)
);
create index student_person on sojourn.student (person_id);

-- What departments are called: lists and forms give theirs in one language.
create table sojourn.department_name (
	ko text primary key check (ko <> ''),
	en text not null check (en <> ''),
	ja text not null check (ja <> '')
);

-- The temporary ID (R21, R22): one per person, for life, never reused.
create table sojourn.id_serial (
	term_id integer primary key references sojourn.term,
	last    integer not null default 0 check (last between 0 and 99999)
);
create table sojourn.temporary_id (
	id         text primary key check (id ~ '^E[0-9]{2}[12SW][0-9]{6}$'),
	person_id  bigint not null unique references sojourn.person,
	term_id    integer not null references sojourn.term,
	serial     integer not null,
	issued_at  timestamptz not null default clock_timestamp(),
	issued_by  bigint,
	unique (term_id, serial)
);

create table sojourn.account (
	id             bigint generated always as identity primary key,
	login          text not null unique
		check (login = lower(login) or login ~ '^E[0-9]{2}[12SW][0-9]{6}$'),
	kind           text not null check (kind in ('student', 'staff', 'partner')),
	person_id      bigint unique references sojourn.person,
	university_id  integer references sojourn.university,
	name           text not null,
	email          text not null default '',
	email2         text not null default '',
	email2_confirmed boolean not null default false,
	phone          text not null default '',
	lang           sojourn.lang not null default 'ko',
	password_hash  text,
	password_state text not null default 'none'
		check (password_state in ('none', 'birthdate', 'set')), -- R28
	password_since timestamptz,
	birthdate_until timestamptz,                            -- S3
	birthdate_failures integer not null default 0,
	second_step    text not null default 'new-device'
		check (second_step in ('always', 'new-device', 'never')),
	disabled_at    timestamptz,
	logged_in_at   timestamptz,              -- the last time; sojourn.now()
	created_at     timestamptz not null default clock_timestamp(),
	check ((kind = 'student') = (person_id is not null)),
	check ((kind = 'partner') = (university_id is not null)),
	check ((password_state = 'set') = (password_hash is not null))
);

create table sojourn.account_role (
	account_id bigint not null references sojourn.account,
	role       text not null check (role in ('admin', 'academic', 'affairs',
		'instructor', 'auditor', 'coordinator', 'recommender', 'student',
		'degree')),
	given_by   bigint,
	given_at   timestamptz not null default clock_timestamp(),
	primary key (account_id, role)
);

-- Which role may do what; a page's row names the right.
create table sojourn.role_right (
	role  text not null,
	right_ text not null,
	primary key (right_, role)
);

create table sojourn.section_instructor (
	section_id integer not null references sojourn.section,
	account_id bigint not null references sojourn.account,
	primary key (section_id, account_id)
);

-- A device that has passed the second step once.
create table sojourn.device (
	id         bigint generated always as identity primary key,
	account_id bigint not null references sojourn.account,
	token_hash bytea not null unique check (length(token_hash) = 32),
	created_at timestamptz not null default clock_timestamp(),
	last_used  timestamptz not null default clock_timestamp(),
	ended_at   timestamptz
);
create index device_account on sojourn.device (account_id);

-- S6.  Real time, never the demo's clock.
create table sojourn.session (
	id         bigint generated always as identity primary key,
	token_hash bytea not null check (length(token_hash) = 32),
	account_id bigint not null references sojourn.account,
	programs   text[] not null,
	created_at timestamptz not null default clock_timestamp(),
	last_seen  timestamptz not null default clock_timestamp(),
	idle       interval not null default '2 hours',
	expires_at timestamptz not null default clock_timestamp() + interval '12 hours',
	ended_at   timestamptz,
	device_id  bigint references sojourn.device,
	agent      text not null default '' check (char_length(agent) <= 80),
	-- The account's, for the rush: one look at the session says who may.
	-- Triggers keep them (sojourn.session_fill, sojourn.account_sessions,
	-- sojourn.role_sessions).
	person_id  bigint,
	rights     text[] not null default '{}',
	-- Unique, and found by its hash: half of what a tree costs.
	constraint session_token exclude using hash (token_hash with =)
);
create index session_account on sojourn.session (account_id);
create index session_living on sojourn.session (expires_at)
	where ended_at is null;
-- A trigger needs its function; the texts are in sql/api/shared/.
create function sojourn.session_fill() returns trigger language plpgsql
as $$ begin return new; end $$;
create trigger session_fill before insert on sojourn.session
	for each row execute function sojourn.session_fill();
create function sojourn.account_sessions() returns trigger language plpgsql
as $$ begin return null; end $$;
create trigger account_sessions after update of person_id, disabled_at
	on sojourn.account for each row
	when (new.person_id is distinct from old.person_id
	    or (new.disabled_at is not null and old.disabled_at is null))
	execute function sojourn.account_sessions();
create trigger account_role_sessions after insert or update or delete
	on sojourn.account_role for each row
	execute function sojourn.account_sessions();
create function sojourn.role_sessions() returns trigger language plpgsql
as $$ begin return null; end $$;
create trigger role_right_sessions after insert or update or delete
	on sojourn.role_right for each statement
	execute function sojourn.role_sessions();

-- A login that waits for its second step.  The code is made by mailer; its
-- hash is SHA-256 of token_hash and code, so that a code fits one attempt only.
-- No account: an attempt that can never succeed and looks like the others (S3).
create table sojourn.login_attempt (
	id         bigint generated always as identity primary key,
	token_hash bytea not null unique check (length(token_hash) = 32),
	account_id bigint references sojourn.account,
	purpose    text not null check (purpose in ('login', 'birthdate', 'step-up')),
	next       text not null default '',
	code_hash  bytea check (length(code_hash) = 32),
	mails      integer not null default 1,
	tries      integer not null default 0,
	created_at timestamptz not null default clock_timestamp(),
	expires_at timestamptz not null default clock_timestamp() + interval '10 minutes',
	passed_at  timestamptz,                  -- the code was right
	used_at    timestamptz
);
create index login_attempt_account on sojourn.login_attempt (account_id, created_at);

-- Single-use links.  Only the hash is stored; the token is made by mailer at
-- the moment of sending.
create table sojourn.token (
	id             bigint generated always as identity primary key,
	hash           bytea not null unique check (length(hash) = 32),
	kind           text not null check (kind in ('confirm', 'status-link',
		'activate', 'reset', 'email-change', 'email2', 'letter-author',
		'letter-reader')),
	account_id     bigint references sojourn.account,
	application_id bigint,
	-- The new address of email-change; whose link: letter_author or
	-- letter_delivery.
	value          text not null default '',
	outbox_id      bigint,
	made_at        timestamptz not null default clock_timestamp(),
	expires_at     timestamptz not null,
	used_at        timestamptz
);
create index token_account on sojourn.token (account_id) where used_at is null;
create index token_value on sojourn.token (value)
	where kind in ('letter-author', 'letter-reader');
create index token_application on sojourn.token (application_id) where used_at is null;

-- Counted attempts (S3, S4, S5): what, whose, from where, when.
create table sojourn.attempt (
	id      bigint generated always as identity primary key,
	what    text not null,
	subject text not null,
	address text not null default '',
	at      timestamptz not null default clock_timestamp()
);
create index attempt_lookup on sojourn.attempt (what, subject, at);

-- A correction of stored data that the person asked for.
create table sojourn.correction (
	id         bigint generated always as identity primary key,
	person_id  bigint not null references sojourn.person,
	field      text not null,
	value      text not null,
	reason     text not null,
	state      text not null default 'open'
		check (state in ('open', 'accepted', 'refused')),
	answer     text not null default '',
	asked_at   timestamptz not null default clock_timestamp(),
	decided_at timestamptz,
	decided_by bigint
);
