-- mailer_api.claim, sent, failed, release, dropped: the queue of mail.
begin;
set search_path = sojourn, public;
select plan(22);
delete from outbox;
create function pg_temp.put(p_kind text default 'password-changed')
returns bigint language sql as $$
	select sojourn.mail(p_kind, 'a@b.example', 'en', '{"n": "3"}')
$$;
create function pg_temp.state(p_id bigint) returns text language sql as $$
	select state || ' ' || tries from sojourn.outbox where id = p_id
$$;
create temporary table m as select pg_temp.put() as one, pg_temp.put() as two;
grant select on m to sojourn_mailer;

set session authorization sojourn_mailer;
select is((select count(*)::integer from mailer_api.claim(10, 'h.example')), 2, 'both are claimed');
reset session authorization;
select is(pg_temp.state(one), 'sending 1', 'claimed') from m;
select matches((select message_id from outbox where id = (select one from m)),
    '^[0-9]+\.[0-9]+@h\.example$', 'a Message-ID is given at the claim');
create temporary table old as select message_id from outbox where id = (select one from m);

set session authorization sojourn_mailer;
select ok((select mine from mailer_api.sent((select one from m))), 'sent, and the claim is ours');
select is((select n from mailer_api.release(array[(select two from m)], 0)), 1, 'given back');
reset session authorization;
select is(pg_temp.state(two), 'queued 0', 'untried') from m;
select is(pg_temp.state(one), 'sent 1', 'done') from m;

-- a claim that a dead backend held
update outbox set state = 'sending', tries = 1, claimed_by = 2147483000 where id = (select two from m);
set session authorization sojourn_mailer;
select is((select string_agg(id::text, ' ') from mailer_api.claim(10, 'h.example')),
    (select two::text from m), 'what a dead worker held is claimed again, what was sent is not');
select is((select state from mailer_api.failed((select two from m), '450 later', false, 60)), 'queued', 'refused for now');
select is((select count(*)::integer from mailer_api.claim(10, 'h.example')), 0, 'and not due before its time');
reset session authorization;
update outbox set next_try = clock_timestamp() where id = (select two from m);
set session authorization sojourn_mailer;
select is((select tries from mailer_api.claim(10, 'h.example')), 3, 'due again');
select is((select state from mailer_api.failed((select two from m), '550 no', true, 60)), 'failed', 'refused for good');
reset session authorization;
select is((select last_error from outbox where id = (select two from m)), '550 no', 'staff see why');
update outbox set state = 'queued', to_address = 'right@b.example' where id = (select two from m);
set session authorization sojourn_mailer;
select is((select to_address from mailer_api.claim(10, 'other.example')), 'right@b.example', 'corrected and sent again');
reset session authorization;
select matches((select message_id from outbox where id = (select two from m)), '@h\.example$', 'under its first Message-ID');
update outbox set made_at = clock_timestamp() - interval '6 days' where id = (select two from m);
set session authorization sojourn_mailer;
select is((select state from mailer_api.failed((select two from m), '450 later', false, 60)), 'failed', 'given up after five days');
reset session authorization;

-- a mail for later
create temporary table later as
select sojourn.mail('decided', 'a@b.example', 'ko', '{}', p_not_before => sojourn.now() + interval '1 day') as id;
grant select on later to sojourn_mailer;
set session authorization sojourn_mailer;
select is((select count(*)::integer from mailer_api.claim(10, 'h.example')), 0, 'held until its time');
reset session authorization;
update demo_clock set distance = distance + interval '25 hours';
set session authorization sojourn_mailer;
select is((select id from mailer_api.claim(10, 'h.example')), (select id from later), 'and due on the movable clock');
select is((select n from mailer_api.dropped((select id from later), 'pointless')), 1, 'dropped');
reset session authorization;
select is(pg_temp.state(id), 'dropped 1', 'for good') from later;

-- a code for an attempt that is over
create temporary table a as with n as (insert into login_attempt (token_hash, account_id, purpose, expires_at)
	select sha256('x'), min(id), 'login', clock_timestamp() - interval '1 s' from account returning id) select id from n;
create temporary table code as select sojourn.mail('login-code', 'a@b.example', 'ko', '{}', p_attempt => (select id from a)) as id;
set session authorization sojourn_mailer;
select is((select count(*)::integer from mailer_api.claim(10, 'h.example')), 0, 'no code for an attempt that is over');
reset session authorization;
select is(pg_temp.state(id), 'dropped 0', 'it is dropped') from code;
select * from finish();
rollback;
