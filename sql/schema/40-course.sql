-- What may be studied: schools, majors, courses, sections, their times, seats.

create table sojourn.school (
	id      integer generated always as identity primary key,
	code    text not null unique,
	name_ko text not null,
	name_en text not null,
	name_ja text not null
);
create table sojourn.major (
	id        integer generated always as identity primary key,
	school_id integer not null references sojourn.school,
	code      text not null unique,
	name_ko   text not null,
	name_en   text not null,
	name_ja   text not null
);
create table sojourn.course (
	id       integer generated always as identity primary key,
	code     text not null unique check (code ~ '^[A-Z]{2,5}[0-9]{3,5}$'),
	major_id integer not null references sojourn.major,
	title_ko text not null,
	title_en text not null,
	title_ja text not null default ''
);
create index course_major on sojourn.course (major_id);
create index course_title_trgm on sojourn.course using gin
	((title_ko || ' ' || title_en || ' ' || code) gin_trgm_ops);

create table sojourn.section (
	id               integer generated always as identity primary key,
	term_id          integer not null references sojourn.term,
	course_id        integer not null references sojourn.course,
	class_no         text not null check (class_no ~ '^[0-9]{2}$'),
	code             text not null,              -- BIO5012-01
	kind             text not null default 'major'
		check (kind in ('major', 'common')),     -- R17
	grading          text not null default 'percent'
		check (grading in ('percent', 'pass')),
	credits          integer not null default 3 check (credits between 1 and 9),
	open_to_exchange boolean not null default true,
	language         sojourn.lang not null default 'ko',
	room             text not null default '',
	room_seats       integer check (room_seats > 0), -- null: not known
	instructor_ko    text not null default '',
	instructor_en    text not null default '',
	syllabus         text not null default '',
	state            text not null default 'open'
		check (state in ('open', 'closed')),     -- R32
	state_reason     text not null default '',
	waitlist         boolean not null default false,  -- switched on by staff
	changed_at       timestamptz not null default clock_timestamp(), -- R27
	unique (term_id, code),
	unique (term_id, course_id, class_no)
);

-- The hot counter stands alone: no foreign key points here, so that taking a
-- seat never meets the key-share locks of inserted enrolments.
create table sojourn.section_seat (
	section_id integer primary key,
	capacity   sojourn.capacity not null,
	taken      sojourn.seats not null default 0,
	-- Free, but not open to enrol in: what is promised to somebody or has
	-- just come free.  Free to all: capacity - taken - held.
	held       sojourn.seats not null default 0,
	quotas     boolean not null default false,  -- has rows in section_quota
	-- Minutes that a seat of the full section stays closed at most when it
	-- comes free; 0 = not at all.
	delay      sojourn.seat_minutes not null default 0,
	-- People of the waiting list to whom nothing is offered, as last counted,
	-- and the part of held that is kept for them but not offered yet.
	waiting    sojourn.seats not null default 0,
	freed      sojourn.seats not null default 0,
	version    integer not null default 1,
	-- Of the section, for the rush: one look says what can be had.  Triggers
	-- keep them (sojourn.seat_fill, sojourn.section_seats).
	term_id    integer,
	code       text,
	credits    integer,
	open       boolean,                  -- to exchange students
	check (taken + held <= capacity)
) with (fillfactor = 50);
create unique index section_seat_code on sojourn.section_seat (term_id, code);
-- Codes of other terms are few; to find one costs half as much by its hash.
create index section_seat_hash on sojourn.section_seat using hash (code);
-- A trigger needs its function; the texts are in sql/api/shared/.
create function sojourn.seat_fill() returns trigger language plpgsql
as $$ begin return new; end $$;
create trigger section_seat_fill before insert on sojourn.section_seat
	for each row execute function sojourn.seat_fill();
create function sojourn.section_seats() returns trigger language plpgsql
as $$ begin return null; end $$;
create trigger section_seats after update of term_id, code, credits, state,
	open_to_exchange on sojourn.section for each row
	when (new.term_id <> old.term_id or new.code <> old.code
	    or new.credits <> old.credits or new.state <> old.state
	    or new.open_to_exchange <> old.open_to_exchange)
	execute function sojourn.section_seats();

-- A seat that comes free may be kept for those who wait, or open later; whoever
-- frees it need not think of that.
-- A trigger needs its function; the text is in sql/api/shared/seat_change.sql.
create function sojourn.seat_change() returns trigger language plpgsql
as $$ begin return new; end $$;
create trigger section_seat_change before update of taken, capacity
	on sojourn.section_seat for each row
	when (new.waiting > new.freed or new.delay > 0)
	execute function sojourn.seat_change();

create table sojourn.section_time (
	section_id integer not null references sojourn.section on delete cascade,
	day        integer not null check (day between 1 and 7),  -- 1 = Monday
	starts     time not null,
	ends       time not null,
	slot       int4range generated always as (int4range(
		(extract(hour from starts) * 60 + extract(minute from starts))::integer + (day - 1) * 1440,
		(extract(hour from ends) * 60 + extract(minute from ends))::integer + (day - 1) * 1440)) stored,
	check (starts < ends),
	exclude using gist (section_id with =, slot with &&)
);
create index section_time_section on sojourn.section_time (section_id);

-- Seats that came free and open later, at a moment that is told to nobody.
create table sojourn.seat_hold (
	section_id integer not null,
	opens_at   timestamptz not null,   -- sojourn.now(), a full minute
	seats      integer not null check (seats > 0),
	primary key (section_id, opens_at)
);
create index seat_hold_due on sojourn.seat_hold (opens_at);
