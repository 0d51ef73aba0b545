-- Partner universities, agreements and what each of them asks for.

create table sojourn.university (
	id                 integer generated always as identity primary key,
	code               text not null unique check (code ~ '^[A-Z0-9]{2,12}$'),
	name_ko            text not null,
	name_en            text not null,
	name_ja            text not null,
	country            text not null default 'KR' check (country ~ '^[A-Z]{2}$'),
	verification_stage text not null default 'before_approval'
		check (verification_stage in ('before_approval',
		'after_application', 'after_registration')),   -- R3, R45, C5
	max_credits        integer check (max_credits between 1 and 30), -- R19
	criteria           text not null default '',           -- R4
	coordinator_name   text not null default '',           -- R5
	coordinator_email  text not null default '',
	coordinator_phone  text not null default '',
	active             boolean not null default true,
	created_at         timestamptz not null default clock_timestamp()
);
alter table sojourn.time_window
	add foreign key (university_id) references sojourn.university;

-- Names change and are dated; documents show the name of their day.
create table sojourn.university_name (
	university_id integer not null references sojourn.university,
	name_ko       text not null,
	name_en       text not null,
	name_ja       text not null,
	valid         daterange not null,
	exclude using gist (university_id with =, valid with &&)
);

create table sojourn.agreement (
	id             integer generated always as identity primary key,
	university_id  integer not null references sojourn.university,
	programme_type text not null default 'credit-exchange',
	valid          daterange not null,                      -- R2
	max_credits    integer check (max_credits between 1 and 30),
	quota          integer check (quota > 0),
	note           text not null default '',
	exclude using gist (university_id with =, programme_type with =, valid with &&)
);
