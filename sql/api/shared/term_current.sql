-- sojourn.term_current(code): the term a page means.
-- Parameters: p_code  a term's code, or null/'' for the current term: the one
--             whose first window has opened last (design, decisions)
-- A practice is never meant; sojourn.term_register() knows it.
-- Returns: the term's id, null when there is none of that code
-- Tables: term, time_window (read)
create or replace function sojourn.term_current(p_code text)
returns integer
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_id  integer;
	v_now timestamptz;
begin
	if coalesce(p_code, '') <> '' then
		return (select t.id from term t where t.code = p_code
		    and t.id > 0);
	end if;
	v_now := sojourn.now();
	select t.id into v_id
	  from term t
	  left join lateral (select min(w.opens_at) as opens from time_window w
	    where w.term_id = t.id and w.replaced_at is null
	      and w.university_id is null) f on true
	 where t.id > 0
	 order by (f.opens <= v_now) desc nulls last,
	       f.opens desc nulls last
	 limit 1;
	return v_id;
end
$$;
