-- sojourn.temporary_id(term, serial): the text of a temporary ID (R21).
-- E, two digits of the year, the character of the term, five digits of the
-- serial and the ISO 7064 MOD 11,10 check digit over these digits; S and W
-- count as 3 and 4 in it.
-- Parameters: p_term    a term's code, 2025-2
--             p_serial  1 to 99999
-- Returns: E252000015 for 2025-2 and 1; null for a term or serial that has none
create or replace function sojourn.temporary_id(p_term text, p_serial integer)
returns text
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
declare
	v_body   text;
	v_digits text;
	v_check  integer := 10;
	v_sum    integer;
begin
	if p_term !~ '^[0-9]{4}-[12SW]$' or p_serial not between 1 and 99999 then
		return null;
	end if;
	v_body := substr(p_term, 3, 2) || substr(p_term, 6, 1)
	    || lpad(p_serial::text, 5, '0');
	v_digits := translate(v_body, 'SW', '34');
	for i in 1 .. length(v_digits) loop
		v_sum := (v_check + substr(v_digits, i, 1)::integer) % 10;
		v_check := (case v_sum when 0 then 10 else v_sum end * 2) % 11;
	end loop;
	return 'E' || v_body || (11 - v_check) % 10;
end
$$;
