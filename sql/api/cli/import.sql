-- cli_api.import(what, term, rows, dry): rows of a file, each of them wholly or
-- not at all, in the order of the file.
-- Parameters: p_what  courses, people, calendar
--             p_rows  [{"row": number in the file, column: value, …}]; a column
--                     that the file does not have is not there
--             p_dry   decide as in earnest and take everything back
-- Returns: a row per row: outcome new, changed, same or error; of an error one
--          row per problem with field, why and value.  outcome 'term' alone:
--          there is no such term
-- Tables: term (read), audit (insert), and those of sojourn.import_*()
create or replace function cli_api.import(p_what text, p_term text,
    p_rows jsonb, p_dry boolean)
returns table (row_no integer, outcome text, field text, why text, value text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_end  sojourn.verdict;
	v_all  jsonb[];
	v_term integer;
	v_row  jsonb;
begin
	begin
		for v_row in select r from jsonb_array_elements(p_rows) with ordinality q(r, n)
		    order by (p_what = 'calendar' and r ->> 'kind' = 'CLASSES') desc,
			(p_what = 'people' and coalesce(r ->> 'record', '') = 'student') desc, n
		loop
			select t.id into v_term from term t where t.code = p_term;
			if v_term is null and coalesce(v_row ->> 'kind', '') not in ('CLASSES', 'HOLIDAY') then
				v_all := array['{"outcome": "term"}'::jsonb];
				raise exception sqlstate 'SJDRY';
			end if;
			v_end := case
			    when p_what = 'courses' then sojourn.import_section(v_term, v_row)
			    when p_what = 'people' then sojourn.import_person(v_term, v_row)
			    when v_row ->> 'kind' in ('CLASSES', 'CATALOGUE_FINAL', 'HOLIDAY')
				then sojourn.import_day(p_term, v_row)
			    else sojourn.import_window(v_term, v_row) end;
			v_all := array_append(v_all, jsonb_build_object('row', v_row -> 'row',
			    'outcome', case when v_end.outcome = 'invalid' then 'error'
				when v_end.outcome = 'already' then 'same'
				when (v_end.detail ->> 'new')::boolean then 'new'
				else 'changed' end,
			    'problems', coalesce(v_end.detail -> 'problems', '[{}]')));
		end loop;
		if p_dry then
			raise exception sqlstate 'SJDRY';
		end if;
		perform sojourn.note(null, 'import-' || p_what, 'term', v_term, 'done',
		    null, null, jsonb_build_object('rows', jsonb_array_length(p_rows)));
	exception when sqlstate 'SJDRY' then
		null;		-- the dry run's way to take everything back
	end;
	return query select (e ->> 'row')::integer, e ->> 'outcome',
	       coalesce(p ->> 'field', ''), coalesce(p ->> 'why', ''),
	       coalesce(p ->> 'value', '')
	  from unnest(v_all) with ordinality a(e, n)
	 cross join lateral jsonb_array_elements(coalesce(e -> 'problems', '[{}]')) p
	 order by a.n;
end
$$;
