-- sojourn.list_judge(list): writes the verdicts of this moment into the rows.
-- Returns: their digest; two previews with the same digest promise the same
-- Tables: partner_list (update), partner_list_row (update)
create or replace function sojourn.list_judge(p_list bigint) returns bytea
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set enable_nestloop = off    -- thousands of rows that no statistics know yet
as $$
declare
	v_digest bytea;
begin
	with v as materialized (select * from list_verdicts(p_list)),
	written as (
		update partner_list_row r
		   set verdict = v.verdict, application_id = v.application_id
		  from v
		 where r.list_id = p_list and r.row_no = v.row_no
		   and (r.verdict, r.application_id) is distinct from
		       (v.verdict, v.application_id))
	select sha256(convert_to(coalesce(string_agg(v.row_no || ':' || v.verdict
	    || ':' || coalesce(v.application_id::text, ''), ','
	    order by v.row_no), ''), 'UTF8'))
	  into v_digest from v;
	update partner_list set digest = v_digest where id = p_list;
	return v_digest;
end
$$;
