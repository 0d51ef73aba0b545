-- account_api.session_end(session, right, which, all, request): ends one of my
-- sessions, or every one, this one too; then the devices are forgotten as well.
-- Returns: outcome 'done', 'already' (the same request), 'gone' (not mine,
--          ended or never there: all look alike)
-- Tables: session, device (update), audit, request (insert)
create or replace function account_api.session_end(p_session bytea,
    p_right text, p_which bigint, p_all boolean, p_request text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	detail := '{}';
	if not sojourn.claim(v_actor.account_id, p_request, 'sessions') then
		outcome := 'already';
		return next;
		return;
	end if;
	update session s set ended_at = clock_timestamp()
	 where s.account_id = v_actor.account_id and s.ended_at is null
	   and (p_all or s.id = p_which);
	outcome := case when found or p_all then 'done' else 'gone' end;
	if p_all then
		update device d set ended_at = clock_timestamp()
		 where d.account_id = v_actor.account_id and d.ended_at is null;
	end if;
	perform sojourn.note(v_actor, 'sessions', 'account',
	    v_actor.account_id, outcome, null, p_request,
	    jsonb_build_object('all', p_all));
	return next;
end
$$;
