-- sojourn.exception_codes(text): codes of sections as somebody types them,
-- apart by blanks or commas, in any case; at most twelve.
create or replace function sojourn.exception_codes(p_text text)
returns text[]
language sql immutable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(array_agg(distinct w.code), '{}') from (
		select upper(x) as code
		  from regexp_split_to_table(coalesce(p_text, ''), '[\s,]+') x
		 where x <> '' limit 12) w
$$;
