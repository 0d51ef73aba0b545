-- register_api.index(session, right): what stands above the courses on the
-- student's page.
-- Returns: one row of sojourn.registration_state with epochs for the clocks of
--          the page, and what the server's clock says now; waits, offered:
--          is on a waiting list, has a seat offered there; none without the right
-- Tables: waitlist (read), and as sojourn.registration_state
create or replace function register_api.index(p_session bytea, p_right text)
returns table (term text, may text, open_kind text, open_till timestamptz,
    open_epoch bigint, next_kind text, next_at timestamptz, next_epoch bigint,
    last_kind text, last_at timestamptz, can_add boolean, can_cancel boolean,
    have integer, min_credits integer, max_credits integer, limit_rule text,
    final boolean, substitute_left integer, clock text, waits boolean,
    offered boolean, tick_kind text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select s.term, s.may, s.open_kind, s.open_till,
	       extract(epoch from s.open_till)::bigint, s.next_kind, s.next_at,
	       extract(epoch from s.next_at)::bigint, s.last_kind, s.last_at,
	       s.can_add, s.can_cancel, s.have, s.min_credits,
	       s.max_credits, s.limit_rule, s.final, s.substitute_left,
	       to_char(sojourn.now(), 'HH24:MI:SS'),
	       l.n > 0, l.offered,
	       tick_kind(s.may, s.can_add, s.next_kind)
	  from sojourn.registration_state(sojourn.term_register(),
	    v_actor.person_id) s
	 cross join (
		select count(*) as n, coalesce(bool_or(w.state = 'offered'
		    and w.expires_at > sojourn.now()), false) as offered
		  from waitlist w
		 where w.person_id = v_actor.person_id
		   and w.state in ('waiting', 'passed', 'offered')) l;
end
$$;
