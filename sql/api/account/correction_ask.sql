-- account_api.correction_ask(session, right, field, value, reason, request):
-- asks staff to correct what is stored of me.
-- Returns: outcome 'pending', 'already' (same request), 'duplicate' (this field
--          waits already), 'ineligible' (not a student)
-- Tables: correction, audit, request (insert)
create or replace function account_api.correction_ask(p_session bytea,
    p_right text, p_field text, p_value text, p_reason text, p_request text)
returns table (outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    bigint;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	detail := '{}';
	if v_actor.person_id is null then
		outcome := 'ineligible';
	elsif not sojourn.claim(v_actor.account_id, p_request, 'correction') then
		outcome := 'already';
		return next;
		return;
	elsif exists (select from correction c
	    where c.person_id = v_actor.person_id and c.field = p_field
	      and c.state = 'open') then
		outcome := 'duplicate';
	else
		insert into correction (person_id, field, value, reason)
		values (v_actor.person_id, p_field, p_value, p_reason)
		returning id into v_id;
		outcome := 'pending';
	end if;
	perform sojourn.note(v_actor, 'correction', 'correction', v_id,
	    outcome, null, p_request, jsonb_build_object('field', p_field));
	return next;
end
$$;
