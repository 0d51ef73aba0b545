-- cli_api.account_list(kind, university, text): accounts in order of login.
-- Parameters: all '' = every account; p_text is looked for in login, name and
--             address
-- Returns: at most 1000 rows
-- Tables: account, account_role, university (read)
create or replace function cli_api.account_list(p_kind text,
    p_university text, p_text text)
returns table (login text, kind text, university text, name text, email text,
    roles text, state text, lang text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select a.login, a.kind, coalesce(u.code, ''), a.name, a.email,
	       coalesce((select string_agg(r.role, ',' order by r.role)
		  from account_role r where r.account_id = a.id), ''),
	       case when a.disabled_at is not null then 'disabled'
		   when a.password_state = 'set' then 'active'
		   else 'no-password' end,
	       a.lang
	  from account a left join university u on u.id = a.university_id
	 where (p_kind = '' or a.kind = p_kind)
	   and (p_university = '' or u.code = p_university)
	   and (p_text = '' or strpos(lower(a.login || ' ' || a.name || ' '
		|| a.email), lower(p_text)) > 0)
	 order by a.login
	 limit 1000
$$;
