-- Mail is written here in the transaction that causes it, as a template with
-- parameters; never as text and never with a token (S1, F12).
create table sojourn.outbox (
	id             bigint generated always as identity primary key,
	kind           text not null,        -- X-Sojourn-Kind
	lang           sojourn.lang not null,
	to_address     text not null check (to_address ~ '^[^[:space:]<>]+@[^[:space:]<>]+$'),
	account_id     bigint references sojourn.account,
	person_id      bigint,
	application_id bigint references sojourn.application,
	attempt_id     bigint references sojourn.login_attempt,
	university_id  integer references sojourn.university,
	params         jsonb not null default '{}',
	not_before     timestamptz,          -- sojourn.now(); null = at once
	made_at        timestamptz not null default clock_timestamp(),
	state          text not null default 'queued' check (state in ('queued',
		'sending', 'sent', 'failed', 'dropped')),
	tries          integer not null default 0,
	next_try       timestamptz not null default clock_timestamp(),
	claimed_at     timestamptz,
	claimed_by     integer,              -- backend of the mailer that has it
	sent_at        timestamptz,
	message_id     text,
	last_error     text not null default ''
);
create index outbox_due on sojourn.outbox (next_try, id)
	where state = 'queued' and not_before is null;
create index outbox_held on sojourn.outbox (not_before, id)
	where state = 'queued' and not_before is not null;
create index outbox_sending on sojourn.outbox (claimed_by) where state = 'sending';
create index outbox_failed on sojourn.outbox (id) where state = 'failed';
create index outbox_application on sojourn.outbox (application_id);
create index outbox_person on sojourn.outbox (person_id);
-- The mails of one run of issuing, for its progress.
create index outbox_run on sojourn.outbox ((params ->> 'run'))
	where params ? 'run';
