-- sojourn.enter(session, right): who asks, and may he?
-- The first line of every function that needs a right.
-- Parameters: p_session  SHA-256 of the cookie's token, null = no cookie
--             p_right    a word of role_right; '' = any living session
-- Returns: actor.outcome 'done', 'login' (no living session for this program)
--          or 'forbidden' (session without the right)
-- Tables: session (read; last_seen written at most once a minute), account,
--         account_role, role_right
create or replace function sojourn.enter(p_session bytea, p_right text)
returns sojourn.actor
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v   sojourn.actor;
	v_s record;
	v_program text := substr(session_user, 9);  -- sojourn_<program>
begin
	v.outcome := 'login';
	if p_session is null then
		return v;
	end if;
	select s.id, s.last_seen, a.id as account_id, a.person_id,
	       a.university_id, a.kind, a.name, a.lang
	  into v_s
	  from session s join account a on a.id = s.account_id
	 where s.token_hash = p_session
	   and s.ended_at is null
	   and s.expires_at > clock_timestamp()
	   and s.last_seen + s.idle > clock_timestamp()
	   and v_program = any (s.programs)
	   and a.disabled_at is null;
	if not found then
		return v;
	end if;
	if v_s.last_seen < clock_timestamp() - interval '1 minute' then
		update session set last_seen = clock_timestamp()
		 where id = v_s.id
		   and last_seen < clock_timestamp() - interval '1 minute';
	end if;
	v.account_id := v_s.account_id;
	v.session_id := v_s.id;
	v.person_id := v_s.person_id;
	v.university_id := v_s.university_id;
	v.kind := v_s.kind;
	v.name := v_s.name;
	v.lang := v_s.lang;
	if p_right = '' or exists (select from account_role r
	    join role_right q on q.role = r.role
	    where r.account_id = v_s.account_id and q.right_ = p_right) then
		v.outcome := 'done';
	else
		v.outcome := 'forbidden';
	end if;
	return v;
end
$$;
