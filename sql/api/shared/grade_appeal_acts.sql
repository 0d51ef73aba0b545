-- sojourn.grade_appeal_acts(ids): what everybody did with requests for
-- correction, oldest first; shown to student, instructor and staff (R15).
-- Tables: grade_appeal_act, account (read)
create or replace function sojourn.grade_appeal_acts(p_ids bigint[])
returns table (appeal bigint, act text, at timestamptz, by_kind text,
    who text, why text, until timestamptz)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	select a.appeal_id, a.act, a.at, a.by_kind, k.name, a.why, a.until
	  from grade_appeal_act a left join account k on k.id = a.by_whom
	 where a.appeal_id = any (p_ids)
	 order by a.appeal_id, a.id
$$;
