-- staff_api.mail_counts(): how many mails are in each state, and the kinds
-- there are.
-- Returns: what state or kind, word, n
-- Tables: outbox (read)
create or replace function staff_api.mail_counts(p_session bytea,
    p_right text)
returns table (what text, word text, n bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select 'state', s.word, count(o.id)
	  from unnest(array['failed', 'queued', 'sending', 'sent', 'dropped'])
	      with ordinality as s(word, pos)
	  left join outbox o on o.state = s.word
	 group by s.word, s.pos order by s.pos;
	return query
	select 'kind', o.kind, count(*) from outbox o group by o.kind
	 order by o.kind;
end
$$;
