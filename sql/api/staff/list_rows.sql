-- staff_api.list_rows(list): the rows of a preview, those that cannot be
-- committed first; at most 500.
-- Returns: number of the row, verdict, who, and the columns that are wrong
-- Tables: partner_list, partner_list_row (read)
create or replace function staff_api.list_rows(p_session bytea,
    p_right text, p_list bigint)
returns table (row_no integer, verdict text, student_no text,
    name_native text, department text, wrong text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
begin
	if (sojourn.enter(p_session, p_right)).outcome <> 'done' then
		return;
	end if;
	return query
	select r.row_no, r.verdict,
	       coalesce(r.cells ->> 'student_no', r.raw ->> 'student_no', ''),
	       coalesce(r.cells ->> 'name_native', r.raw ->> 'name_native', ''),
	       coalesce(r.cells ->> 'department', ''),
	       coalesce((select string_agg(distinct concat_ws(': ',
		    p.value ->> 'column', p.value ->> 'value'), ' · ')
		  from jsonb_array_elements(r.problems) p), '')
	  from partner_list l join partner_list_row r on r.list_id = l.id
	 where l.id = p_list and l.on_behalf
	 order by array_position(array['error', 'duplicate', 'already',
	     'doubtful', 'differs'], r.verdict), r.row_no
	 limit 500;
end
$$;
