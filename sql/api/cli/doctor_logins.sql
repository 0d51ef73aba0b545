-- cli_api.doctor_logins(): who may log in, and what is open in whose name (S1,
-- S6).
-- Violations: session-disabled, session-long, session-account (what it knows
--             of its account is not so), token-disabled,
--             calendar-disabled, account-roles (a
--             role its kind cannot have, or none), account-hash (not Argon2id
--             of the cost agreed, S5)
-- Tables: account, account_role, session, token, calendar_link (read)
create or replace function cli_api.doctor_logins()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select 'session-disabled', format('session=%s account=%s', s.id, a.id)
	  from session s join account a on a.id = s.account_id
	 where s.ended_at is null and s.expires_at > clock_timestamp()
	   and a.disabled_at is not null
	union all
	select 'session-long', format('session=%s account=%s', s.id, s.account_id)
	  from session s
	 where s.expires_at > s.created_at + interval '8 days'
	union all
	select 'session-account', format('session=%s account=%s', s.id, a.id)
	  from session s join account a on a.id = s.account_id
	 where s.ended_at is null and s.expires_at > clock_timestamp()
	   and (s.person_id is distinct from a.person_id
	     or s.rights <> account_rights(a.id))
	union all
	select 'token-disabled', format('token=%s account=%s', t.id, a.id)
	  from token t join account a on a.id = t.account_id
	 where t.used_at is null and a.disabled_at is not null
	   and t.expires_at > sojourn.now()
	union all
	select 'calendar-disabled', 'person=' || l.person_id
	  from calendar_link l
	 where not exists (select from account a
		where a.person_id = l.person_id and a.disabled_at is null)
	union all
	select 'account-roles', format('account=%s kind=%s roles=%s', a.id, a.kind,
	       coalesce(string_agg(r.role, ',' order by r.role), 'none'))
	  from account a left join account_role r on r.account_id = a.id
	 where a.disabled_at is null
	 group by a.id
	having count(r.role) = 0 or not bool_and(r.role = any (case a.kind
		when 'student' then array['student', 'degree']
		when 'partner' then array['coordinator', 'recommender']
		else array['admin', 'academic', 'affairs', 'instructor', 'auditor']
		end))
	union all
	select 'account-hash', 'account=' || h.account_id
	  from sojourn.hash_weak() h
	 order by 1, 2
$$;
