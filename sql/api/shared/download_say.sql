-- sojourn.download_say(actor, request, reason, words): what the downloads of this
-- session are for (S25).
-- Parameters: p_reason  a word of download_reason; p_words  in a person's own
--             words, needed where p_reason is 'other'
-- Returns: done; already (the same request); invalid (words)
-- Tables: download_reason (insert, update)
create or replace function sojourn.download_say(p_actor sojourn.actor,
    p_request text, p_reason text, p_words text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if p_reason = 'other' and p_words = '' then
		return query select 'invalid', 'S25', '{"field": "words"}'::jsonb;
		return;
	end if;
	-- What is incomplete may be sent again from the same form.
	if not sojourn.claim(p_actor.account_id, p_request, 'reason') then
		return query select 'already', 'S25', '{}'::jsonb;
		return;
	end if;
	insert into download_reason as r (session_id, reason, words)
	values (p_actor.session_id, p_reason, p_words)
	on conflict (session_id) do update
	   set reason = excluded.reason, words = excluded.words,
	       said_at = excluded.said_at;
	return query select 'done', 'S25', '{}'::jsonb;
end
$$;
