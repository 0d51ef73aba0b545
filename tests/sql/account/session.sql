-- S6, S9: what a session may do follows its account and the rights of roles.
begin;
set search_path = sojourn, public;
select plan(6);
create temporary table st as select id from account where login = 'E252000015';
insert into session (token_hash, account_id, programs, ended_at)
select sha256(n::text::bytea), id, array['register'], case n when 2 then now() end from st, generate_series(1, 2) n;
create function pg_temp.rights(n integer default 1) returns text language sql as $$
	select array_to_string(rights, ' ') from session where token_hash = sha256(n::text::bytea)
$$;
select is(pg_temp.rights(), 'certificates letters student', 'a new session has the rights of its account');
insert into role_right (role, right_) values ('student', 'a.word');
select is(pg_temp.rights(), 'a.word certificates letters student', 'a role may do more: so may who is logged in');
select is(pg_temp.rights(2), 'certificates letters student', 'a session that has ended stays as it was');
delete from role_right where right_ in ('a.word', 'letters');
select is(pg_temp.rights(), 'certificates student', 'a role may do less: at once');
delete from account_role where account_id = (select id from st);
select is(pg_temp.rights(), '', 'a role that is taken away counts no more');
insert into account_role (account_id, role) select id, 'degree' from st;
select is(pg_temp.rights(), 'certificates', 'another role has its own rights');
select * from finish();
rollback;
