-- staff_api.reason(session, right): what the downloads of this session are for (S25).
-- Returns: no row while nothing was said, else reason, words
-- Tables: download_reason (read)
create or replace function staff_api.reason(p_session bytea, p_right text)
returns table (reason text, words text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome = 'done' then
		return query select r.reason, r.words from download_reason r
		 where r.session_id = v_actor.session_id;
	end if;
end
$$;
