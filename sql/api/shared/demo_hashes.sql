-- sojourn.demo_hashes(): the password hashes of accounts with a login of the
-- demo, and of no other, so that the command line can try the demo's passwords.
-- Tables: account (read)
create or replace function sojourn.demo_hashes()
returns table (login text, hash text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select a.login, a.password_hash
	  from account a
	 where a.login in ('admin', 'academic', 'affairs', 'prof.kim',
	       'auditor', 'cnu', 'cnu.dean', 'kaist', 'E252000015',
	       '20203001', '20233002', '20213003', '20223004', '20223005',
	       '20253006')
	   and a.password_hash is not null and a.disabled_at is null
	 order by a.login
$$;
