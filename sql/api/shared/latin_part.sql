-- sojourn.latin_part(name, part): the family or given part of a Latin name as
-- lists write it: "KIM, Minji", "KIM Minji", "Minji KIM".
-- A comma ends the family name; else the word all in capitals is the family
-- name when there is just one, else the first word.
create or replace function sojourn.latin_part(p_name text, p_part text)
returns text
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
declare
	v_words text[];
	v_family text;
	v_name text := btrim(regexp_replace(coalesce(p_name, ''), '\s+', ' ', 'g'));
begin
	if position(',' in v_name) > 0 then
		return btrim(case p_part when 'family'
		    then split_part(v_name, ',', 1)
		    else substr(v_name, position(',' in v_name) + 1) end);
	end if;
	v_words := string_to_array(v_name, ' ');
	select w into v_family from unnest(v_words) w
	 where w = upper(w) and char_length(w) > 1
	 limit 1;
	if v_family is null or (select count(*) from unnest(v_words) w
	    where w = upper(w)) <> 1 then
		v_family := v_words[1];
	end if;
	if p_part = 'family' then
		return coalesce(v_family, '');
	end if;
	return coalesce((select string_agg(w, ' ' order by n)
	    from unnest(v_words) with ordinality as x(w, n)
	    where n <> coalesce(array_position(v_words, v_family), 0)), '');
end
$$;
