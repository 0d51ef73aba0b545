-- sojourn.document_masked(name): a name that the holder of the paper can compare
-- and a guesser cannot read: the first letter of each part, and of a Korean,
-- Chinese or Japanese name the last one too.
create or replace function sojourn.document_masked(p_name text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case when p_name = '' then ''
	    when p_name ~ '^[\u0001-\u02ff ]+$' then
		(select string_agg(left(w, 1) || repeat('*',
		    greatest(length(w) - 1, 1)), ' ' order by i)
		   from unnest(regexp_split_to_array(trim(p_name), ' +'))
		    with ordinality u(w, i))
	    when length(p_name) <= 2 then left(p_name, 1) || '*'
	    else left(p_name, 1) || repeat('*', length(p_name) - 2)
		|| right(p_name, 1) end
$$;
