-- cli_api.account_add and account_list as sojourn_cli; what is refused and why.
begin;
set search_path = public;
select plan(16);
create function pg_temp.add(p_login text, p_name text default 'Kim',
    p_email text default 'k@ust.example', p_lang text default 'ko',
    p_university text default '', p_roles text default 'academic',
    p_hash text default '') returns text language sql as $$
	select outcome || ' ' || field from cli_api.account_add(p_login, p_name,
	    p_email, p_lang, '', p_university, p_roles, p_hash)
$$;
create function pg_temp.kinds(p_login text) returns text[] language sql as $$
	select array_agg(o.kind::text) from sojourn.outbox o
	  join sojourn.account a on a.id = o.account_id where a.login = p_login
$$;
set session authorization sojourn_cli;
select is(pg_temp.add('new.one'), 'done ', 'staff');
select is(pg_temp.add('new.one'), 'duplicate login', 'the login is taken');
select is(pg_temp.add('New'), 'invalid login', 'capitals');
select is(pg_temp.add('E252000015'), 'invalid login', 'no login that looks like an ID');
select is(pg_temp.add('new.two', p_name => ''), 'invalid name', 'no name');
select is(pg_temp.add('new.two', p_email => 'a b@c.d'), 'invalid email', 'no address');
select is(pg_temp.add('new.two', p_email => E'a@c.d\nBcc: x@y.z'), 'invalid email', 'two lines');
select is(pg_temp.add('new.two', p_lang => 'fr'), 'invalid lang', 'a language we do not speak');
select is(pg_temp.add('new.two', p_university => 'NOPE'), 'invalid university', 'no such university');
select is(pg_temp.add('new.two', p_roles => 'coordinator'), 'invalid role', 'a partner''s role for staff');
select is(pg_temp.add('new.two', p_university => 'CNU', p_roles => 'admin'), 'invalid role',
    'no partner becomes administrator');
select is(pg_temp.add('new.two', p_university => 'CNU', p_roles => 'coordinator,recommender'), 'done ', 'a partner');
select is(pg_temp.add('new.three', p_hash => '$argon2id$x'), 'done ', 'with a password');
select is((select university || ' ' || roles || ' ' || state from cli_api.account_list('', '', 'new.two')),
    'CNU coordinator,recommender no-password', 'as it stands in the list');
reset session authorization;
select is(pg_temp.kinds('new.two'), array['account-invitation'], 'the partner gets a link');
select is(pg_temp.kinds('new.three'), null, 'whoever has a password gets none');
select * from finish();
rollback;
