-- cli_api.account_act: disable, enable, reset, roles, address, password.
begin;
set search_path = public;
select plan(21);
create function pg_temp.act(p_login text, p_act text, p_value text default '')
returns text language sql as $$
	select outcome || ' ' || field
	  from cli_api.account_act(p_login, p_act, p_value)
$$;
create function pg_temp.id(p_login text) returns bigint language sql as $$
	select id from sojourn.account where login = p_login
$$;
insert into sojourn.session (token_hash, account_id, programs)
values (sha256('a'), pg_temp.id('cnu'), array['partner']);
insert into sojourn.token (hash, kind, account_id, expires_at)
values (sha256('b'), 'reset', pg_temp.id('cnu'), '2035-01-01');
set session authorization sojourn_cli;
select is(pg_temp.act('cnu', 'disable'), 'done ', 'disabled');
select is(pg_temp.act('cnu', 'disable'), 'already ', 'twice');
select is(pg_temp.act('cnu', 'reset'), 'closed ', 'no link for a disabled account');
select is(pg_temp.act('cnu', 'password', 'h'), 'closed ', 'nor a password');
reset session authorization;
select isnt((select ended_at from sojourn.session where token_hash = sha256('a')), null, 'its sessions ended');
select isnt((select used_at from sojourn.token where hash = sha256('b')), null, 'its links are dead');
set session authorization sojourn_cli;
select is(pg_temp.act('cnu', 'enable'), 'done ', 'enabled again');
select is(pg_temp.act('nobody', 'disable'), 'unknown ', 'no such account');
select is(pg_temp.act('admin', 'disable'), 'locked ', 'the last administrator stays');
select is(pg_temp.act('admin', 'role-remove', 'admin'), 'locked ', 'and stays one');
select is(pg_temp.act('academic', 'role-add', 'admin'), 'done ', 'a second one');
select is(pg_temp.act('admin', 'role-remove', 'admin'), 'done ', 'now the first may go');
select is(pg_temp.act('academic', 'role-add', 'academic'), 'already ', 'had it');
select is(pg_temp.act('academic', 'role-add', 'recommender'), 'invalid role', 'a partner''s role');
select is(pg_temp.act('E252000015', 'role-add', 'admin'), 'invalid role', 'a student gets no role');
select is(pg_temp.act('E252000015', 'email', 'x@y.example'), 'invalid login', 'R42: not a student''s address');
select is(pg_temp.act('E252000015', 'password', 'h'), 'invalid login', 'nor a student''s password');
select is(pg_temp.act('academic', 'email', 'x'), 'invalid email', 'no address');
select is(pg_temp.act('academic', 'email', 'x@ust.example'), 'done ', 'an address');
select is(pg_temp.act('academic', 'reset'), 'done ', 'a link');
reset session authorization;
select is((select kind || ' ' || to_address from sojourn.outbox where account_id = pg_temp.id('academic')),
    'reset x@ust.example', 'is mailed');
select * from finish();
rollback;
