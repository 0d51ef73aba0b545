-- The waiting room in front of registration: one row says how it stands, each
-- student who came while it was open has one place.

create table sojourn.room (
	one        boolean primary key default true check (one),
	-- What staff set.
	mode       text not null default 'auto' check (mode in ('auto', 'on', 'off')),
	rate       integer not null default 200 check (rate between 1 and 100000),
	open_at    integer not null default 64 check (open_at between 1 and 100000),
	hold_at    integer not null default 32 check (hold_at between 1 and 100000),
	quiet      integer not null default 60 check (quiet between 5 and 3600),
	unseen     integer not null default 90 check (unseen between 30 and 3600),
	-- How it stands; opened_at null: closed.
	round      integer not null default 0,
	opened_at  timestamptz,
	last_place bigint not null default 0,
	mark       bigint not null default 0 check (mark <= last_place),
	moved_at   timestamptz not null default clock_timestamp(),
	waited_at  timestamptz,              -- when somebody last waited
	part       double precision not null default 0,  -- of a person, left over
	pace       double precision not null default 0,  -- gone in a second, lately
	waiting    integer not null default 0
) with (fillfactor = 20);
insert into sojourn.room default values;

-- The places of the present round alone.  Place 0: had the page open when the
-- room opened, and need not wait.
-- The table is empty until a rush fills it within seconds, so that what the
-- planner knows of it is wrong just then: it takes 20,000 rows for one, and reads
-- them all for each row of the other side.  Therefore no index begins with the
-- round, which they share, and the functions of the rush look up row by row and
-- without seqscan.
create table sojourn.room_place (
	round      integer not null,
	account_id bigint not null,
	place      bigint not null,
	arrived_at timestamptz not null,
	seen_at    timestamptz not null,     -- last sign of life, to 15 s
	entered_at timestamptz,              -- when he had his first page
	primary key (account_id)
) with (fillfactor = 70);
create unique index room_place_order on sojourn.room_place (place)
	where place > 0;
create index room_place_out on sojourn.room_place (place)
	where place > 0 and entered_at is null;
create index room_place_in on sojourn.room_place (entered_at)
	where entered_at is not null;

-- The programs that ask, and the pages each is making at this moment.
create table sojourn.room_program (
	name    text primary key,
	seen_at timestamptz not null,
	pages   integer not null
) with (fillfactor = 50);
