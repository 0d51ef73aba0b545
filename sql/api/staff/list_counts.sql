-- staff_api.list_counts(term, kind): the lists of registrations of a term and the
-- students who have not registered, in numbers (R55, R18).
-- Returns: one row: lists (newest of each university), acknowledged, overdue;
--          students with a right of the term, enough: registered at least the
--          least a term asks for, and of the others why not
-- Tables: final_list, registration_right (read), those of sojourn.missing
create or replace function staff_api.list_counts(p_session bytea,
    p_right text, p_term text, p_kind text)
returns table (lists bigint, acknowledged bigint, overdue bigint,
    rights bigint, enough bigint, n_login bigint, n_none bigint,
    n_below bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_term integer := sojourn.term_current(p_term);
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select l.n, l.seen, l.late, r.n, r.n - m.login - m.idle - m.below,
	       m.login, m.idle, m.below
	  from (select count(*) as n, count(x.acknowledged_at) as seen,
		count(*) filter (where x.acknowledged_at is null
		    and x.due_at <= sojourn.now()) as late
	    from (select distinct on (f.university_id) f.acknowledged_at,
			 f.due_at
		    from final_list f where f.term_id = v_term
		     and f.kind = coalesce(nullif(p_kind, ''), 'registrations')
		   order by f.university_id, f.version desc) x) l
	 cross join (select count(*) as n from registration_right g
	     where g.term_id = v_term and g.suspended_at is null) r
	 cross join (select count(*) filter (where x.why = 'login') as login,
		count(*) filter (where x.why = 'none') as idle,
		count(*) filter (where x.why = 'below') as below
	    from sojourn.missing(v_term) x) m;
end
$$;
