-- cli_api.term_windows(term): the windows of a term and their state now.
-- Parameters: p_term  code, '' = the current term
-- Returns: a row per window in order of opening; a partner's own deadline has
--          its university; no row when there is no such term
-- Tables: term, time_window, university (read)
create or replace function cli_api.term_windows(p_term text)
returns table (term text, kind text, university text, opens_at text,
    closes_at text, state text, seconds bigint)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select t.code, w.kind, coalesce(u.code, ''), sojourn.iso_time(w.opens_at),
	       sojourn.iso_time(w.closes_at), s.state,
	       extract(epoch from case s.state when 'before' then w.opens_at
		   else w.closes_at end - sojourn.now())::bigint
	  from term t
	  join time_window w on w.term_id = t.id and w.replaced_at is null
	  left join university u on u.id = w.university_id
	 cross join lateral (select case when sojourn.now() < w.opens_at
		then 'before' when sojourn.now() >= w.closes_at then 'closed'
		else 'open' end as state) s
	 where t.id = sojourn.term_current(p_term)
	 order by w.opens_at, w.closes_at, w.kind, u.code
$$;
