-- sojourn.application_decide(...): one decision of staff_api.decide, which has
-- locked the row.
-- Outcomes: see staff_api.decide
-- Tables: application, outbox (update), outbox (insert); agreement, audit (read)
create or replace function sojourn.application_decide(p_actor sojourn.actor,
    p_application bigint, p_decision text, p_reason text, p_seen bigint)
returns sojourn.verdict
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_a     record;
	v_state text := case p_decision when 'approve' then 'approved'
	    when 'reject' then 'rejected' when 'return' then 'returned'
	    else 'held' end;
	v_bad   sojourn.verdict;
	v_at    timestamptz;
begin
	select a.*, t.programme_type, t.classes, t.code as term into v_a
	  from application a join term t on t.id = a.term_id
	 where a.id = p_application;
	if not found or v_a.state in ('withdrawn', 'expired') then
		return sojourn.verdict('gone', 'R37');
	elsif v_a.state = 'issued' then
		return sojourn.verdict('closed', 'R8');
	elsif v_a.state = 'unconfirmed' then
		return sojourn.verdict('unconfirmed', 'R36');
	elsif v_a.entered_by = p_actor.account_id then
		return sojourn.verdict('forbidden', 'R37',
		    '{"why": "own-entry"}');
	elsif v_a.state = v_state and v_a.decision_reason = p_reason then
		return sojourn.verdict('already', 'R37');
	elsif p_seen is not null and exists (select from audit u
	    where u.object_kind = 'application' and u.object_id = v_a.id
	      and u.id > p_seen and u.outcome = 'done'
	      and u.act in ('approve', 'reject', 'return', 'hold')
	      and u.account_id <> p_actor.account_id) then
		return sojourn.verdict('changed', 'R37',
		    jsonb_build_object('state', v_a.state));
	end if;
	if p_decision = 'approve' then
		v_bad := sojourn.application_approvable(p_application);
		if v_bad.outcome <> 'done' then
			return v_bad;
		end if;
	end if;
	v_at := case when p_decision in ('approve', 'reject')
	    then sojourn.publish_at(v_a.door, v_a.programme_type) end;
	update application
	   set state = v_state, decided_at = sojourn.now(),
	       decided_by = p_actor.account_id, decision_reason = p_reason,
	       published_at = v_at, version = version + 1
	 where id = v_a.id;
	-- A mail that has not gone yet told something that no longer holds.
	update outbox set state = 'dropped'
	 where application_id = v_a.id and kind in ('decided', 'returned')
	   and state = 'queued';
	perform sojourn.application_decided_mail(v_a.id, p_decision, v_at);
	return sojourn.verdict('done', 'R37', jsonb_build_object(
	    'from', v_a.state, 'to', v_state));
end
$$;
