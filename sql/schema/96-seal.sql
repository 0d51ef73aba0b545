-- The audit is sealed every few seconds (S13): clerk hashes the rows that are
-- new into a Merkle tree (RFC 6962), signer signs its root as the next head of a
-- chain.  Which rows a seal covers is written out, so that a row that commits
-- late is only a row of a later seal.
create table sojourn.audit_seal (
	n       bigint primary key check (n > 0),
	rows    int8multirange not null,     -- their ids
	leaves  bytea not null               -- 32 bytes a row, in order of ids
		check (length(leaves) > 0 and length(leaves) % 32 = 0),
	root    bytea not null check (length(root) = 32),
	closed  bigint not null,    -- up to this id no further row can come
	seen_id bigint not null,    -- the last id given at a moment, and a
	seen_tx xid8 not null,      -- transaction that began after it
	made_at timestamptz not null default clock_timestamp()
);
create index audit_seal_upper on sojourn.audit_seal (upper(rows));

-- Between which ids sealed rows of a day (of told_at, in the host's zone) and act
-- stand: for who searches; the audit itself pays for no such index.
create table sojourn.audit_day (
	day  date not null,
	act  text not null,
	low  bigint not null,
	high bigint not null check (high >= low),
	primary key (day, act)
);

-- The heads as signer signed them.  A head without its seal: the rows were lost
-- when an older copy was restored, and a later head says so.
create table sojourn.audit_head (
	n         bigint primary key check (n > 0),
	head      text not null,
	key_id    text not null references sojourn.signing_key,
	signature bytea not null check (length(signature) = 64)
);
