-- Letters of recommendation (R113-R115).

-- A request, from asking to the delivery.
--   requested: nobody writes it yet; writing: an author was asked; review: the
--   text waits for a second reader; approved: it is printed and signed;
--   issued: it waits to be delivered; delivered.  cancelled, refused, revoked
--   end it.  Back to writing from issued or delivered: it was wrong, and a new
--   one is to supersede it.
create table sojourn.letter (
	id         bigint generated always as identity primary key,
	person_id  bigint not null references sojourn.person,
	purpose    text not null check (char_length(purpose) between 1 and 1000),
	recipient  text not null check (char_length(recipient) between 1 and 300),
	wished     text not null default ''      -- the author the student named
		check (char_length(wished) <= 120),
	language   sojourn.lang not null,
	delivery   text not null check (delivery in ('download', 'pickup', 'post')),
	address    text not null default ''
		check (char_length(address) <= 500),
	deadline   date,                         -- of the student, if there is one
	form_id    bigint references sojourn.stored_file,
	asked_at   timestamptz not null,         -- sojourn.now()
	state      text not null default 'requested' check (state in (
		'requested', 'writing', 'review', 'approved', 'issued',
		'delivered', 'cancelled', 'refused', 'revoked')),
	officer    bigint references sojourn.account,  -- who looks after it
	issued_at  timestamptz,                  -- the latest one; stops the clock
	ended_at   timestamptz,
	check (delivery <> 'post' or address <> '')
);
create index letter_person on sojourn.letter (person_id);
create index letter_open on sojourn.letter (asked_at)
	where state in ('requested', 'writing', 'review', 'approved', 'issued');

-- Who was asked to write, one at a time: a colleague by his own login, or
-- somebody outside by a link.
create table sojourn.letter_author (
	id         bigint generated always as identity primary key,
	letter_id  bigint not null references sojourn.letter,
	account_id bigint references sojourn.account,
	name       text not null check (char_length(name) between 1 and 120),
	email      text not null default '',
	lang       sojourn.lang not null default 'ko',
	asked_at   timestamptz not null,
	asked_by   bigint not null,
	link_mail  bigint,                 -- outbox: no link of an earlier mail works
	state      text not null default 'open' check (state in ('open',
		'submitted', 'declined', 'relieved')),
	ended_at   timestamptz,
	reason     text not null default '' check (char_length(reason) <= 1000),
	check ((account_id is null) = (email <> '')),
	check ((state = 'open') = (ended_at is null)),
	check (state <> 'declined' or reason <> '')
);
create index letter_author_of on sojourn.letter_author (letter_id);
create index letter_author_account on sojourn.letter_author (account_id)
	where account_id is not null;
create unique index letter_author_open on sojourn.letter_author (letter_id)
	where state = 'open';

-- The text as it stands.  Each save names the version it was made from, so that
-- none is lost in a second window.  confidential: not for the student's eyes.
create table sojourn.letter_draft (
	letter_id    bigint primary key references sojourn.letter,
	version      integer not null default 1 check (version > 0),
	salutation   text not null default '' check (char_length(salutation) <= 200),
	body         text not null default '' check (char_length(body) <= 20000),
	closing      text not null default '' check (char_length(closing) <= 200),
	signed_name  text not null default '' check (char_length(signed_name) <= 120),
	signed_title text not null default '' check (char_length(signed_title) <= 200),
	confidential boolean not null default false,
	saved_at     timestamptz not null,
	saved_by     bigint,               -- letter_author
	remarks      text not null default '' check (char_length(remarks) <= 2000),
	read_by      bigint,               -- account of the second reader
	read_version integer               -- what was approved
);

-- The documents made of it, the newest last; sealed: not for the student.
create table sojourn.letter_document (
	letter_id bigint not null references sojourn.letter,
	serial    text primary key references sojourn.document (serial),
	sealed    boolean not null,
	asked_at  timestamptz not null
);
create index letter_document_of on sojourn.letter_document (letter_id);

-- How it reached somebody: fetched by the student, handed over, posted, or a
-- link to the recipient.  Again after a loss: one more row.
create table sojourn.letter_delivery (
	id        bigint generated always as identity primary key,
	letter_id bigint not null references sojourn.letter,
	serial    text not null references sojourn.document (serial),
	way       text not null check (way in ('download', 'pickup', 'post', 'link')),
	whom      text not null default '' check (char_length(whom) <= 200),
	tracking  text not null default '' check (char_length(tracking) <= 80),
	sent_on   date,                    -- of post
	at        timestamptz not null,    -- sojourn.now()
	by_whom   bigint,                  -- account; null: by itself
	link_mail bigint,                  -- outbox, of a link
	fetched   integer not null default 0,
	fetched_at timestamptz,
	check (way <> 'post' or (tracking <> '' and sent_on is not null)),
	check (way <> 'link' or whom <> ''),
	check (way <> 'pickup' or whom <> '')
);
create index letter_delivery_of on sojourn.letter_delivery (letter_id);

-- What happened, for those who handle it and, where it says so, the student.
create table sojourn.letter_step (
	id        bigint generated always as identity primary key,
	letter_id bigint not null references sojourn.letter,
	at        timestamptz not null,    -- sojourn.now()
	step      text not null check (step ~ '^[a-z-]+$'),
	by_whom   bigint,                  -- account; null: an outside author, itself
	word      text not null default '' check (char_length(word) <= 2000),
	shown     boolean not null         -- to the student
);
create index letter_step_of on sojourn.letter_step (letter_id, id);

-- The latest page made to look at it before it is issued.
create table sojourn.letter_preview (
	letter_id bigint primary key references sojourn.letter,
	version   integer not null,
	content   jsonb not null,
	pdf       bytea,
	why       text not null default '',
	made_at   timestamptz not null default clock_timestamp()
);
