-- sojourn.enter_all(sessions, right): sojourn.enter for many sessions at once.
-- Parameters: as sojourn.enter; nulls are sessions of nobody
-- Returns: one value per session in three arrays: outcome 'done', 'login' or
--          'forbidden', the latter also for an account without a person; the
--          account and the person (null where none is known)
-- Tables: session (read; last_seen written at most once a minute), account,
--         account_role, role_right (read)
create or replace function sojourn.enter_all(p_sessions bytea[], p_right text,
    out outcomes text[], out accounts bigint[], out people bigint[])
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
	v_program text := substr(session_user, 9);
	v_now     timestamptz := clock_timestamp();
	v_idle    bigint[];
begin
	select array_agg(case when e.account_id is null then case
		   when session_lives(e.token_hash) then 'forbidden'
		   else 'login' end
		   when e.may then 'done' else 'forbidden' end),
	       array_agg(e.account_id), array_agg(e.person_id),
	       array_agg(e.session_id) filter (where e.idle)
	  into outcomes, accounts, people, v_idle
	  from (
		select x.token_hash, a.id as account_id, a.person_id, s.id as session_id,
		       s.last_seen < v_now - s.idle / 24 as idle,
		       a.person_id is not null and exists (select
			   from account_role r where r.account_id = a.id
			     and r.role = any (array(select q.role
				 from role_right q where q.right_ = p_right))
			   ) as may
		  from unnest(p_sessions) with ordinality x (token_hash, i)
		  left join session s on s.token_hash = x.token_hash
			and s.ended_at is null and s.expires_at > v_now
			and s.last_seen + s.idle > v_now
			and v_program = any (s.programs)
		  left join account a on a.id = s.account_id
			and a.disabled_at is null
		 order by x.i) e;
	if v_idle is not null then
		update session s set last_seen = v_now
		  from (select id from session where id = any (v_idle)
			order by id for no key update) l
		 where s.id = l.id;
	end if;
end
$$;
