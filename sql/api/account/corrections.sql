-- account_api.corrections(session, right): corrections I asked for.
-- Tables: correction (read)
create or replace function account_api.corrections(p_session bytea,
    p_right text)
returns table (field text, value text, reason text, state text, answer text,
    asked_at timestamptz, decided_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select c.field, c.value, c.reason, c.state, c.answer, c.asked_at,
	       c.decided_at
	  from correction c
	 where v_actor.outcome = 'done' and c.person_id = v_actor.person_id
	 order by c.id desc limit 100;
end
$$;
