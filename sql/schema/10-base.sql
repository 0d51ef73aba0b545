-- The ground: schemas, words of the contract, the host institution, the clock.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create schema sojourn authorization sojourn_owner;

-- Outcome codes of the contract, section 6.  A refusal is one of these words.
create domain sojourn.outcome as text check (value in (
	'done', 'pending', 'already', 'full', 'closed', 'window', 'credits',
	'conflict', 'not-open-to-exchange', 'not-approved', 'not-recommended',
	'duplicate', 'invalid', 'expired', 'quota', 'ineligible', 'locked',
	'forbidden', 'busy', 'gone', 'changed', 'returned', 'review',
	'unconfirmed', 'minimum', 'late', 'letter-missing',
	'login', 'unknown'));

-- Numbers of a section's seats.  Of a domain, the rule is read once a session
-- and looked at where the number is written; of a column it is read anew by
-- every statement that writes the row, which in the rush is every batch.
create domain sojourn.seats as integer check (value >= 0);
create domain sojourn.capacity as integer check (value between 0 and 5000);
create domain sojourn.seat_minutes as integer check (value between 0 and 1440);
create domain sojourn.lang as text check (value in ('ko', 'en', 'ja'));
create domain sojourn.rule_id as text check (value ~ '^[RCS][0-9]+$');
create domain sojourn.request_id as text
	check (value ~ '^[A-Za-z0-9_-]{8,64}$');

-- What a function answers when it decided something: the outcome, the rule
-- that decided and the values a person needs to understand it.
create type sojourn.verdict as (
	outcome text,
	rule    text,
	detail  jsonb
);

-- A verdict as the program and the audit get it: on what act, of what object.
create type sojourn.answer as (
	act         text,
	section     text,
	outcome     text,
	rule        text,
	detail      jsonb,
	object_kind text,
	object_id   bigint
);

-- Who asks.  outcome is 'done' when the session lives and has the right,
-- 'login' when there is no living session, 'forbidden' without the right.
create type sojourn.actor as (
	outcome       text,
	account_id    bigint,
	session_id    bigint,
	person_id     bigint,
	university_id integer,
	kind          text,
	name          text,
	lang          text
);

-- The institution that runs this installation: one row.
create table sojourn.host (
	one              boolean primary key default true check (one),
	code             text not null,
	name_ko          text not null,
	name_en          text not null,
	name_ja          text not null,
	zone             text not null default 'Asia/Seoul',
	contact_name_ko  text not null default '',
	contact_name_en  text not null default '',
	contact_name_ja  text not null default '',
	contact_phone    text not null default '',
	contact_email    text not null default '',
	seal             text not null default ''     -- letters of the seal
		check (char_length(seal) <= 25)
);

-- The latest that the clock of the machine has been: windows, deadlines and
-- jobs stand still where it steps back behind this (F9).
create table sojourn.clock_mark (
	one boolean primary key default true check (one),
	at  timestamptz not null
);
insert into sojourn.clock_mark (at) values (clock_timestamp());

-- Working days: everything that is not Saturday, Sunday or listed here.
create table sojourn.holiday (
	day  date primary key,
	name text not null
);

-- Notices shown on the first page.
create table sojourn.notice (
	id         integer generated always as identity primary key,
	text_ko    text not null,
	text_en    text not null,
	text_ja    text not null,
	shown_from timestamptz not null,
	shown_till timestamptz,
	made_by    bigint,
	made_at    timestamptz not null default clock_timestamp()
);

-- Rules are data: a set per programme type, each value dated and cited.
create table sojourn.rule_set (
	id             integer generated always as identity primary key,
	programme_type text not null,
	institution    text not null,
	title          text not null,
	unique (programme_type, institution)
);
create table sojourn.rule_value (
	id          integer generated always as identity primary key,
	rule_set_id integer not null references sojourn.rule_set,
	key         text not null check (key ~ '^[a-z][a-z0-9_]*$'),
	value       text not null,
	valid       daterange not null default daterange(null, null),
	cites       text not null,
	exclude using gist (rule_set_id with =, key with =, valid with &&)
);

create table sojourn.schema_migration (
	version integer primary key,
	name    text not null,
	applied timestamptz not null default clock_timestamp()
);
