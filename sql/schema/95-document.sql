-- Documents that are issued, the log in which every issue stands, the keys.

-- What can be issued.  step_up: only after a code that was asked for it (R106,
-- S20).  certificate: asked for at /certificates (R109).  file: what it is
-- made as.
create table sojourn.document_kind (
	kind        text primary key check (kind ~ '^[a-z][a-z-]*$'),
	step_up     boolean not null,
	certificate boolean not null default false,
	file        text not null default 'pdf' check (file in ('pdf', 'xlsx'))
);

-- Serials of a year; none is given twice, not even after a restore (S14).
create table sojourn.document_year (
	year integer primary key,
	last integer not null default 0 check (last between 0 and 999999)
);

-- The same document of the same person, or of the same university, again and
-- again: who asks next waits for this row, and what is issued ends what was
-- issued before.
create table sojourn.document_series (
	id        bigint generated always as identity primary key,
	person_id bigint references sojourn.person,
	university_id integer references sojourn.university,
	kind      text not null references sojourn.document_kind,
	subject   text not null default '',   -- of what: a term, a request
	lang      sojourn.lang not null,
	copy      integer not null default 1,
	unique nulls not distinct (person_id, university_id, kind, subject, lang,
		copy),
	check (num_nonnulls(person_id, university_id) = 1)
);

-- asked: its content stands; printed: its file stands and was read back;
-- valid: signed and in the log; then superseded or revoked.  failed: never
-- issued.  What is printed, content, file and hashes, never changes again.
create table sojourn.document (
	id         bigint generated always as identity primary key,
	serial     text not null unique
		check (serial ~ '^[A-Z]{2,10}-[0-9]{4}-[0-9]{6}$'),
	series_id  bigint not null references sojourn.document_series,
	kind       text not null references sojourn.document_kind,
	person_id  bigint references sojourn.person,
	university_id integer references sojourn.university,
	lang       sojourn.lang not null,
	content    jsonb not null,            -- everything that is printed
	shown      jsonb not null,            -- the facts that a verifier sees
	digest     bytea not null check (length(digest) = 32),  -- of content
	basis      bytea not null check (length(basis) = 32),   -- see document_now()
	told_at    timestamptz not null,      -- its date, on the clock of the rules
	asked_at   timestamptz not null default clock_timestamp(),
	asked_by   bigint,
	step_up_id bigint,                    -- login_attempt, which is purged later
	state      text not null default 'asked' check (state in ('asked',
		'printed', 'valid', 'superseded', 'revoked', 'failed')),
	failed_why text not null default '',
	code_hash  bytea unique check (length(code_hash) = 32),
	sha256     bytea unique check (length(sha256) = 32),
	size       integer,
	printed_at timestamptz,
	issued_at  timestamptz,
	credential text,
	ended_at   timestamptz,
	ended_by   bigint,
	ended_why  text not null default '',
	check (num_nonnulls(person_id, university_id) = 1),
	check ((state = 'failed') = (failed_why <> '')),
	check ((state in ('superseded', 'revoked')) = (ended_at is not null)),
	check (state not in ('valid', 'superseded', 'revoked')
	    or num_nulls(code_hash, sha256, issued_at, credential) = 0)
);
create index document_series_of on sojourn.document (series_id, id);
create index document_person on sojourn.document (person_id);
create index document_waiting on sojourn.document (asked_at)
	where state in ('asked', 'printed');

-- The file as it was signed.
create table sojourn.document_file (
	document_id bigint primary key references sojourn.document,
	file        bytea not null
);

-- R186: the document that a list of grades is.
alter table sojourn.final_list
	add foreign key (serial) references sojourn.document (serial);

-- Public keys of signer, old ones too, so that what they signed can be checked.
create table sojourn.signing_key (
	id         text primary key check (id ~ '^(document|status|head|audit)-[0-9]+$'),
	public_key bytea not null unique check (length(public_key) = 32),
	since      timestamptz not null default clock_timestamp()
);

-- The log (RFC 6962): entry n is a line of canonical JSON without any personal
-- data; leaf_hash is SHA-256 of a zero byte and the entry.
create table sojourn.log_entry (
	n           bigint primary key check (n >= 0),
	serial      text not null,
	action      text not null check (action in ('issue', 'supersede', 'revoke')),
	entry       text not null,
	leaf_hash   bytea not null check (length(leaf_hash) = 32),
	sha256      bytea,                    -- of the file, where it was issued
	at          timestamptz not null default clock_timestamp(),
	unique (serial, action)
);
create index log_entry_sha256 on sojourn.log_entry (sha256);

-- Signed heads of the tree: root over the first `size` entries.
create table sojourn.log_head (
	size      bigint primary key check (size > 0),
	root      bytea not null check (length(root) = 32),
	at        text not null,              -- as it was signed
	key_id    text not null references sojourn.signing_key,
	signature bytea not null check (length(signature) = 64)
);

-- Bitstring status lists as they were signed last: list n has the bits of the
-- entries from n * 131072 on.
create table sojourn.status_list (
	list       integer primary key check (list >= 0),
	credential text not null,
	made_at    timestamptz not null default clock_timestamp()
);
