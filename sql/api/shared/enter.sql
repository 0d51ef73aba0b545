-- sojourn.enter(session, right): who asks, and may he?
-- The first line of every function that needs a right.
-- Parameters: p_session  SHA-256 of the cookie's token, null = no cookie
--             p_right    a word of role_right; '' = any living session
-- Returns: actor.outcome 'done', 'login' (no living session) or 'forbidden'
--          (session without the right, or of other programs: then the actor
--          has no account)
-- Tables: session (read; last_seen written 24 times in the time after which an
--         idle one ends), account, account_role, role_right
create or replace function sojourn.enter(p_session bytea, p_right text)
returns sojourn.actor
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v      sojourn.actor;
	v_late boolean;
begin
	-- One statement: each further one, and each assignment, is paid for by
	-- every page.
	if p_session is not null then
		select case when p_right = '' or exists (select from account_role r
			   join role_right q on q.role = r.role
			   where r.account_id = a.id and q.right_ = p_right)
			   then 'done' else 'forbidden' end,
		       a.id, s.id, a.person_id, a.university_id, a.kind,
		       a.name, a.lang,
		       s.last_seen < clock_timestamp() - s.idle / 24
		  into v.outcome, v.account_id, v.session_id, v.person_id,
		       v.university_id, v.kind, v.name, v.lang, v_late
		  from session s join account a on a.id = s.account_id
		 where s.token_hash = p_session
		   and s.ended_at is null
		   and s.expires_at > clock_timestamp()
		   and s.last_seen + s.idle > clock_timestamp()
		   and substr(session_user, 9) = any (s.programs) -- sojourn_<program>
		   and a.disabled_at is null;
	end if;
	if v.outcome is null then
		v.outcome := case when p_session is not null
		    and session_lives(p_session) then 'forbidden' else 'login' end;
	elsif v_late then
		update session set last_seen = clock_timestamp()
		 where id = v.session_id
		   and last_seen < clock_timestamp() - idle / 24;
	end if;
	return v;
end
$$;
