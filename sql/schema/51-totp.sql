-- The second step by an authenticator app (S5, RFC 6238).

-- One for an account.  The secret is wrapped with a key that only `account` has,
-- bound to the account's number; until it is confirmed the recovery codes are
-- wrapped with it, to be shown.
create table sojourn.totp (
	account_id   bigint primary key references sojourn.account,
	secret       bytea not null check (length(secret) between 60 and 400),
	made_at      timestamptz not null default clock_timestamp(),
	confirmed_at timestamptz,             -- null: asked for, not used yet
	-- The latest thirty seconds that a code was used of; no earlier one and
	-- not the same is taken again.
	last_step    bigint not null default 0
);

-- For a lost telephone: each works once.
create table sojourn.totp_recovery (
	account_id bigint not null references sojourn.totp on delete cascade,
	hash       bytea not null check (length(hash) = 32),
	used_at    timestamptz,
	primary key (account_id, hash)
);
