-- register_api.calendar_change(session, right, request, decision, nonce, hash):
-- makes the secret address of the student's timetable, or ends it (S8).  There
-- is one at a time: a new one ends the old.
-- Parameters: p_decision 'make' or 'revoke'; p_nonce, p_hash for 'make': what
--             the program makes the token of, and SHA-256 of that
-- Returns: done; gone (there was none to end); already for a request id seen
--          before
-- Tables: calendar_link (written), request, audit (insert)
create or replace function register_api.calendar_change(p_session bytea,
    p_right text, p_request text, p_decision text, p_nonce text,
    p_hash bytea)
returns table (act text, outcome text, rule text, detail jsonb)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	act := 'calendar-' || p_decision;
	detail := '{}';
	if not sojourn.claim(v_actor.account_id, p_request, act) then
		outcome := 'already';
		return next;
		return;
	end if;
	outcome := 'done';
	if p_decision = 'make' then
		insert into calendar_link (person_id, nonce, token_hash)
		values (v_actor.person_id, p_nonce, p_hash)
		on conflict (person_id) do update
		   set nonce = excluded.nonce, token_hash = excluded.token_hash,
		       made_at = clock_timestamp(), read_at = null;
	else
		delete from calendar_link l where l.person_id = v_actor.person_id;
		if not found then
			outcome := 'gone';
		end if;
	end if;
	perform sojourn.note(v_actor, act, 'person', v_actor.person_id,
	    outcome, null, p_request);
	return next;
end
$$;
