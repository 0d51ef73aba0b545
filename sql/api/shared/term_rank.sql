-- sojourn.term_rank(code): terms in the order of the year: 1, summer, 2, winter.
create or replace function sojourn.term_rank(p_term text) returns integer
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select left(p_term, 4)::integer * 4 + strpos('1S2W', right(p_term, 1))
$$;
