-- staff_api.issue_runs(term): the last runs of issuing and how far their mails
-- are.
-- Returns: run, when, by whom, numbers of the run; mails queued (waiting for
--   their time or their turn), sent, failed
-- Tables: audit, account, outbox (read)
create or replace function staff_api.issue_runs(p_session bytea, p_right text,
    p_term text)
returns table (run text, at timestamptz, by_name text, issued integer,
    fresh integer, known integer, skipped integer, release timestamptz,
    mails bigint, queued bigint, sent bigint, failed bigint, moving boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select r.detail ->> 'run', r.told_at, coalesce(c.name, ''),
	       (r.detail ->> 'issued')::integer, (r.detail ->> 'new')::integer,
	       (r.detail ->> 'known')::integer,
	       (r.detail ->> 'skipped')::integer,
	       (r.detail ->> 'release')::timestamptz,
	       m.mails, m.queued, m.sent, m.failed, m.queued > 0 and coalesce(
		   (r.detail ->> 'release')::timestamptz, sojourn.now())
		   <= sojourn.now()
	  from (select a.* from audit a
		 where a.object_kind = 'term' and a.act = 'issue'
		   and a.object_id = sojourn.term_current(p_term)
		   and a.outcome = 'done'
		 order by a.id desc limit 5) r
	  left join account c on c.id = r.account_id
	  cross join lateral (
		select count(*) as mails,
		       count(*) filter (where o.state in ('queued', 'sending'))
			   as queued,
		       count(*) filter (where o.state = 'sent') as sent,
		       count(*) filter (where o.state in ('failed', 'dropped'))
			   as failed
		  from outbox o
		 where o.params ? 'run'
		   and o.params ->> 'run' = r.detail ->> 'run') m
	 order by r.id desc;
end
$$;
