-- sojourn.term_current(code): the term a page means.
-- Parameters: p_code  a term's code, or null/'' for the current term: the one
--             whose first window has opened last (design, decisions)
-- Returns: the term's id, null when there is none of that code
-- Tables: term, time_window (read)
create or replace function sojourn.term_current(p_code text)
returns integer
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select t.id from term t where t.code = p_code
	union all
	(select t.id
	   from term t
	   left join lateral (select min(w.opens_at) as opens from time_window w
	     where w.term_id = t.id and w.replaced_at is null
	       and w.university_id is null) f on true
	  where coalesce(p_code, '') = ''
	  order by (f.opens <= sojourn.now()) desc nulls last, f.opens desc nulls last
	  limit 1)
$$;
