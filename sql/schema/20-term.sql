-- Terms and their windows.

create table sojourn.term (
	id               integer generated always as identity primary key,
	code             text not null unique,
	programme_type   text not null default 'credit-exchange',
	classes          daterange not null,
	door             text not null default 'both'
		check (door in ('list', 'web', 'both')),     -- C2
	notice_title     text not null default '',
	notice_at        date,                           -- R1
	notice_by        text not null default '',
	catalogue_final_at timestamptz,                  -- R27
	created_at       timestamptz not null default clock_timestamp(),
	-- A number below zero: the practice of the term with that number.
	check (code ~ case when id < 0 then '^P[0-9]{4}-[12SW]$'
	    else '^[0-9]{4}-[12SW]$' end)
);

-- A practice day: students try registration on copies of a term's sections,
-- rights and carts, which all of it is discarded with at the end.  The copies
-- have the numbers of their originals with a minus, the term too: what was done
-- in practice can be told from everything else by its section alone, also in the
-- audit, for ever.
create table sojourn.practice (
	id         integer generated always as identity primary key,
	term_id    integer not null references sojourn.term check (term_id > 0),
	opens_at   timestamptz not null,
	closes_at  timestamptz not null,
	started_by bigint not null,
	started_at timestamptz not null default clock_timestamp(),
	students   integer not null,         -- who had a right and could take part
	ended_at   timestamptz,
	ended_by   bigint,                   -- null: it ended by itself
	result     jsonb not null default '{}', -- what was discarded
	check (opens_at < closes_at)
);
create unique index practice_running on sojourn.practice ((true))
	where ended_at is null;

-- A window is never overwritten: a change replaces the row by a newer one and
-- keeps the old (R16).  closes_at is exclusive.  university_id is null for the
-- host's windows; a partner's own deadline has its id (R7).
create table sojourn.time_window (
	id            integer generated always as identity primary key,
	term_id       integer not null references sojourn.term,
	kind          text not null check (kind in ('APPLY', 'COURSE_OPENING',
		'REGISTER', 'CHANGE', 'WITHDRAW', 'GRADE_VIEW',
		'GRADE_APPEAL')),
	university_id integer,
	opens_at      timestamptz not null,
	closes_at     timestamptz not null,
	hours_stated  boolean not null default true,     -- C22
	source        text not null default '',
	overlap_confirmed boolean not null default false, -- C1
	version       integer not null default 1,
	reason        text not null default '',
	made_by       bigint,
	made_at       timestamptz not null default clock_timestamp(),
	replaced_at   timestamptz,
	replaced_by   integer references sojourn.time_window deferrable initially deferred,
	check (opens_at < closes_at)
);
create unique index time_window_current on sojourn.time_window
	(term_id, kind, coalesce(university_id, 0)) where replaced_at is null;
