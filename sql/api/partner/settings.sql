-- partner_api.settings(session, right, term): what the university has set.
-- Returns: one row: contact (R5), criteria (R4), stage (R45), limit (R19), own
--          deadline of the term (R7) and the host's, which it cannot pass
-- Tables: university, time_window, term (read)
create or replace function partner_api.settings(p_session bytea,
    p_right text, p_term text)
returns table (term text, coordinator_name text, coordinator_email text,
    coordinator_phone text, criteria text, stage text, max_credits integer,
    host_limit text, deadline timestamptz, deadline_value text,
    host_deadline timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select t.code, u.coordinator_name, u.coordinator_email,
	       u.coordinator_phone, u.criteria, u.verification_stage,
	       u.max_credits, sojourn.rule(t.programme_type, 'credits_max'),
	       o.closes_at, to_char(o.closes_at at time zone 'Asia/Seoul',
		   'YYYY-MM-DD"T"HH24:MI'), w.closes_at
	  from university u
	  join term t on t.id = sojourn.term_current(p_term)
	  left join time_window o on o.term_id = t.id and o.kind = 'APPLY'
	   and o.university_id = u.id and o.replaced_at is null
	 cross join lateral sojourn.window_state(t.id, 'APPLY') w
	 where u.id = v_actor.university_id and v_actor.outcome = 'done';
end
$$;
