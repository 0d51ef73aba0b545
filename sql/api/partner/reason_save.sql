-- partner_api.reason_save(session, right, request, reason, words): says what the
-- downloads of this session are for (S25).
-- Returns: done, already; invalid (words)
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
	if v_actor.outcome <> 'done' then
		return;
	end if;
	-- What is incomplete may be sent again from the same form.
	if (p_reason <> 'other' or p_words <> '') and not sojourn.claim(v_actor.account_id, p_request,
	    'reason') then
		return query select 'already', 'S25', '{}'::jsonb;
		return;
	end if;
	return query select * from sojourn.download_say(v_actor, p_reason,
	    p_words);
end
$$;
