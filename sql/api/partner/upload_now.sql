-- partner_api.upload_now(session, right, term): may a list be uploaded now?
-- Returns: outcome 'done' or the refusal of list_problem, and the deadline
-- Tables: term, time_window (read)
create or replace function partner_api.upload_now(p_session bytea,
    p_right text, p_term text)
returns table (outcome text, rule text, detail jsonb, term text,
    closes_at timestamptz, this_year integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current(p_term);
	v       verdict;
begin
	if v_actor.outcome <> 'done' or v_term is null then
		return;
	end if;
	v := sojourn.list_problem(v_term, v_actor.university_id);
	return query
	select coalesce(v.outcome, 'done'), v.rule, coalesce(v.detail, '{}'),
	       t.code, (sojourn.window_state(v_term, 'APPLY')).closes_at,
	       extract(year from sojourn.now() at time zone 'Asia/Seoul')::integer
	  from term t where t.id = v_term;
end
$$;
