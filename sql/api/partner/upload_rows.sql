-- partner_api.upload_rows(session, right, list, show, from, most): rows of a
-- list of the own university in the order of the file.
-- Parameters: p_show  '' all; 'bad' what stays out; 'good' what goes in; or a
--             verdict
-- Tables: partner_list, partner_list_row (read)
create or replace function partner_api.upload_rows(p_session bytea,
    p_right text, p_list bigint, p_show text, p_from integer, p_most integer)
returns table (row_no integer, verdict text, duplicate_of integer, cells jsonb,
    raw jsonb, problems jsonb, matching bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor actor := sojourn.enter(p_session, p_right);
begin
	return query
	select r.row_no, r.verdict, r.duplicate_of, r.cells, r.raw, r.problems,
	       count(*) over ()
	  from partner_list l join partner_list_row r on r.list_id = l.id
	 where l.id = p_list and l.university_id = v_actor.university_id
	   and v_actor.outcome = 'done'
	   and (p_show = '' or r.verdict = p_show
		or (p_show = 'bad' and r.verdict in ('error', 'duplicate', 'already'))
		or (p_show = 'good' and r.verdict not in ('error', 'duplicate', 'already')))
	 order by r.row_no
	offset p_from limit p_most;
end
$$;
