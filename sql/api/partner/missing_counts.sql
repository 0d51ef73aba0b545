-- partner_api.missing_counts(session, right, term): how many of the own students
-- may register, have registered enough, and have not.
-- Returns: one row
-- Tables: registration_right (read), those of sojourn.missing
create or replace function partner_api.missing_counts(p_session bytea,
    p_right text, p_term text)
returns table (rights bigint, enough bigint, n_login bigint, n_none bigint,
    n_below bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current(p_term);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select r.n, r.n - m.login - m.none - m.below, m.login, m.none, m.below
	  from (select count(*) as n from registration_right g
		 where g.term_id = v_term and g.suspended_at is null
		   and g.university_id = v_actor.university_id) r
	 cross join (select count(*) filter (where x.why = 'login') as login,
		count(*) filter (where x.why = 'none') as none,
		count(*) filter (where x.why = 'below') as below
	    from sojourn.missing(v_term, v_actor.university_id) x) m;
end
$$;
