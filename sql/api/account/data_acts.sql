-- account_api.data_acts(session, right): what I did here, and what was done
-- about me; the last hundred lines, without what was only practice.
-- Returns: mine is false where somebody else acted
-- Tables: audit (read)
create or replace function account_api.data_acts(p_session bytea,
    p_right text)
returns table (at timestamptz, act text, outcome text, mine boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	-- Batches are of students; whoever is no person stands in none.
	perform sojourn.audit_settle(null, null, coalesce(v_actor.person_id, 0));
	return query
	select u.told_at, u.act, u.outcome,
	       u.account_id is not distinct from v_actor.account_id
	  from audit u
	 where v_actor.outcome = 'done'
	   and (u.person_id = v_actor.person_id
		or (v_actor.person_id is null
		    and u.account_id = v_actor.account_id))
	   and not (u.object_kind = 'section' and u.object_id < 0)
	 order by u.id desc limit 100;
end
$$;
