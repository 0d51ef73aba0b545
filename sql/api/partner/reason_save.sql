-- partner_api.reason_save(session, right, request, reason, words): says what the
-- downloads of this session are for (S25).
-- Returns: those of sojourn.download_say
-- Tables: those of sojourn.download_say
create or replace function partner_api.reason_save(p_session bytea, p_right text,
    p_request text, p_reason text, p_words text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome = 'done' then
		return query select * from sojourn.download_say(v_actor,
		    p_request, p_reason, p_words);
	end if;
end
$$;
