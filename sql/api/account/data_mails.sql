-- account_api.data_mails(session, right): the last mails to me.
-- Tables: outbox (read)
create or replace function account_api.data_mails(p_session bytea,
    p_right text)
returns table (kind text, to_address text, state text, made_at timestamptz,
    sent_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select o.kind, o.to_address, o.state, o.made_at, o.sent_at
	  from outbox o
	 where v_actor.outcome = 'done'
	   and (o.account_id = v_actor.account_id
		or o.person_id = v_actor.person_id)
	   and (o.not_before is null or o.not_before <= sojourn.now())
	 order by o.id desc limit 50;
end
$$;
