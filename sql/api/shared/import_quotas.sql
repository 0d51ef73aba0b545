-- sojourn.import_quotas(text): agreed seats as a file says them (R2): 'CNU 5;
-- KAIST 3', also with colon or comma.
-- Returns: a row per piece; seats is null where a piece cannot be read, - is no
--          piece
create or replace function sojourn.import_quotas(p_text text)
returns table (university text, seats integer, piece text)
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select upper(m.w[1]), m.w[2]::integer, btrim(p.piece)
	  from regexp_split_to_table(coalesce(p_text, ''), '[,;\n]') p(piece)
	  left join lateral (select regexp_match(btrim(p.piece),
	      '^([A-Za-z0-9]{2,12})[ :=]+([0-9]{1,4})$') as w) m on true
	 where btrim(p.piece) not in ('', '-')
$$;
