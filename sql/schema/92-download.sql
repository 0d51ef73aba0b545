-- Why lists of people are downloaded (S25).

-- What a session's downloads are for, as its owner has said.
create table sojourn.download_reason (
	session_id bigint primary key references sojourn.session
		on delete cascade,
	reason     text not null check (reason in ('recognition', 'advice',
		'compare', 'report', 'other')),
	words      text not null default '' check (char_length(words) <= 200),
	said_at    timestamptz not null default clock_timestamp(),
	check (reason <> 'other' or words <> '')
);

-- Each file: the audit has the reason's code, what was typed stays out of it.
create table sojourn.download (
	id          bigint generated always as identity primary key,
	at          timestamptz not null default clock_timestamp(),
	account_id  bigint not null references sojourn.account,
	what        text not null check (what in ('students', 'list', 'grades')),
	object_kind text not null,
	object_id   bigint,
	reason      text not null,    -- 'unsaid': the address was opened directly
	words       text not null default ''
);
create index download_at on sojourn.download (at);
