-- partner_api.frame(session, right, term, lang): what every page of a
-- university stands on: itself, the term, its windows.
-- Returns: one row
-- Tables: university, term, time_window (read)
create or replace function partner_api.frame(p_session bytea, p_right text,
    p_term text, p_lang text)
returns table (code text, university text, stage text, criteria text,
    term text, apply_state text, apply_closes timestamptz,
    own_closes timestamptz, register_opens timestamptz,
    register_closes timestamptz, change_closes timestamptz,
    withdraw_closes timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	return query
	select u.code, sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
	       u.verification_stage, u.criteria, t.code, w.state, w.closes_at,
	       case when o.closes_at < w.closes_at then o.closes_at end,
	       r.opens_at, r.closes_at, c.closes_at, x.closes_at
	  from university u
	  join term t on t.id = sojourn.term_current(p_term)
	 cross join lateral sojourn.window_state(t.id, 'APPLY') w
	 cross join lateral sojourn.apply_window(t.id, u.id) o
	 cross join lateral sojourn.window_state(t.id, 'REGISTER') r
	 cross join lateral sojourn.window_state(t.id, 'CHANGE') c
	 cross join lateral sojourn.window_state(t.id, 'WITHDRAW') x
	 where u.id = v_actor.university_id and v_actor.outcome = 'done';
end
$$;
