-- Who did, or was refused, what.  Append-only; ids only, never a name or an
-- address (S12).  at is real time, told_at the clock the rules saw.
-- tx stands before id, so that the transaction has its number before the row
-- has one: the sealing relies on it (sojourn.seal_state).
create table sojourn.audit (
	tx          xid8 not null default pg_current_xact_id(),
	id          bigint generated always as identity primary key,
	at          timestamptz not null default clock_timestamp(),
	told_at     timestamptz not null,
	account_id  bigint,
	person_id   bigint,
	university_id integer,
	program     text not null,
	act         text not null,
	object_kind text not null default '',
	object_id   bigint,
	outcome     text not null,
	rule        text,
	request_id  text,
	n           integer not null default 0,   -- position within one request
	detail      jsonb not null default '{}'
);
-- What students do in register is found by the person, too.
create index audit_request on sojourn.audit (request_id)
	where request_id is not null and program <> 'register';
-- Acts on sections are the rush; they are found by the person.
create index audit_object on sojourn.audit (object_kind, object_id)
	where object_kind <> 'section';
-- Acts of the office and of partners are few.
create index audit_account on sojourn.audit (account_id)
	where program <> 'register';
create index audit_person on sojourn.audit (person_id) where person_id is not null;

-- Rows of the audit that sojourn.decide_done wrote, a batch as one row:
-- in the rush an index entry costs more than the row.  They have their ids and
-- their transaction, and become rows of the audit when it is read or sealed, by
-- sojourn.audit_settle().  Append-only as the audit is; what is taken out here
-- is there in the same transaction.
create type sojourn.batch_line as (
	id          bigint,
	told_at     timestamptz,
	account_id  bigint,
	person_id   bigint,
	university_id integer,
	section_id  integer,
	request_id  text,
	credits     integer,
	have        integer,     -- credits with it
	max         integer,     -- their limit
	capacity    integer,
	version     integer      -- of the section's numbers (F11)
);
create table sojourn.audit_batch (
	tx          xid8 not null default pg_current_xact_id(),
	first_id    bigint primary key,
	at          timestamptz not null default clock_timestamp(),
	lines       sojourn.batch_line[] not null
) with (toast_tuple_target = 8160);
alter table sojourn.audit_batch alter lines set storage external;

-- The same request id has one effect (F8).  account_id 0 = nobody logged in.
create table sojourn.request (
	account_id bigint not null,
	id         text not null,
	act        text not null,
	made_at    timestamptz not null default clock_timestamp(),
	-- What sojourn.decide() refused of it: [{n,s,a,o,r,d}, …]; null: nothing.
	results    jsonb,
	primary key (account_id, id)
);

-- Timed jobs that clerk has run.
create table sojourn.job_run (
	job    text not null,
	due_at timestamptz not null,         -- on the clock of sojourn.now()
	ran_at timestamptz not null default clock_timestamp(),
	result jsonb not null default '{}',
	primary key (job, due_at)
);
