-- People whose data was erased on their request, or because its time was over
-- (S25).  record: they have a record of study, which stays as it is.
create table sojourn.erasure (
	person_id bigint primary key references sojourn.person,
	at        timestamptz not null default clock_timestamp(),
	letter    text not null check (char_length(letter) between 1 and 80),
	record    boolean not null,
	-- What is newer than these came after it.
	last_application bigint not null,
	last_mail bigint not null
);
