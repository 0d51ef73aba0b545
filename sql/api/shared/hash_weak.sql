-- sojourn.hash_weak(): accounts whose password is not hashed as S5 demands.
-- Returns: ids only; no hash leaves the table
-- Tables: account (read)
create or replace function sojourn.hash_weak()
returns table (account_id bigint)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select a.id from account a
	 where a.password_hash is not null
	   and a.password_hash !~ '^\$argon2id\$v=19\$m=(1945[6-9]|194[6-9][0-9]|19[5-9][0-9]{2}|[2-9][0-9]{4}|[0-9]{6,}),t=([2-9]|[1-9][0-9]),p=1\$'
$$;
