-- account_api.link_account(kind, token, attempt): whose a living link is.
-- Returns: the account; null when the link is used, too old, of another kind
-- or never made.  activate opens no account that ever had a password (S1).
-- Tables: token, login_attempt, account (read)
create or replace function account_api.link_account(p_kind text,
    p_token bytea, p_attempt bytea) returns bigint
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select q.account_id
	  from (select t.account_id from token t
		 where t.hash = p_token and t.used_at is null
		   and t.expires_at > sojourn.now()
		   and (t.kind = p_kind or (p_kind = 'email'
		       and t.kind in ('email-change', 'email2')))
		union all
		select l.account_id from login_attempt l
		 where p_kind = 'activate' and p_token is null
		   and l.token_hash = p_attempt and l.purpose = 'birthdate'
		   and l.passed_at is not null and l.used_at is null
		   and l.expires_at > clock_timestamp()) q
	  join account a on a.id = q.account_id
	 where p_kind <> 'activate'
	    or (a.password_since is null and a.password_state <> 'set')
	 limit 1
$$;
