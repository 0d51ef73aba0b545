-- teach_api.upload_head(session, right, section, term, upload): what stands above
-- the preview of a sheet.
-- Returns: one row with counts; missing: students without a grade whom the
--          sheet does not give one; seen: one word for what is shown, for
--          committing; none for a foreign or unknown upload
-- Tables: grade_upload, enrolment, temporary_id, grade (read), by
--   sojourn.grade_judge
create or replace function teach_api.upload_head(p_session bytea,
    p_right text, p_section text, p_term text, p_upload bigint)
returns table (id bigint, state text, file_name text, sheet text,
    heading integer, unknown text, total integer, good integer, bad integer,
    idle integer, missing integer, saved integer, seen text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    integer;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_id := teach_api.section_of(v_actor, p_section, p_term);
	return query
	with u as (
		select g.* from grade_upload g
		 where g.id = p_upload and g.section_id = v_id
		   and g.state <> 'discarded'),
	j as materialized (
		select j.student, case
		    when j.verdict in ('new', 'change') then 'good'
		    when j.verdict in ('same', 'blank') then 'idle'
		    else 'bad' end as sort
		  from u cross join lateral sojourn.grade_judge(v_id, u.rows) j)
	select u.id, u.state, u.file_name, coalesce(u.notes ->> 'sheet', ''),
	       (u.notes ->> 'heading')::integer,
	       coalesce((select string_agg(x, ', ')
		   from jsonb_array_elements_text(u.notes -> 'unknown') x), ''),
	       jsonb_array_length(u.rows),
	       (select count(*)::integer from j where j.sort = 'good'),
	       (select count(*)::integer from j where j.sort = 'bad'),
	       (select count(*)::integer from j where j.sort = 'idle'),
	       (select count(*)::integer from enrolment e
		  join temporary_id t on t.person_id = e.person_id
		  left join grade g on g.person_id = e.person_id
			and g.section_id = e.section_id
		 where e.section_id = v_id and e.holds_seat
		   and num_nonnulls(g.percent, g.pass) = 0
		   and not exists (select from j where j.student = t.id
			and j.sort = 'good')), u.saved,
	       teach_api.judged(v_id, u.rows)
	  from u;
end
$$;
