-- staff_api.grade_spread(session, right, term, section): how the grades of a
-- section are spread; nothing for an unknown one.
-- Tables: section (read), by sojourn.grade_spread
create or replace function staff_api.grade_spread(p_session bytea,
    p_right text, p_term text, p_section text)
returns table (n integer, name text, students integer, x integer, y integer,
    h integer, mid integer, above integer)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select g.* from section s
	 cross join lateral sojourn.grade_spread(array[s.id]) g
	 where s.term_id = sojourn.term_current(p_term) and s.code = p_section;
end
$$;
