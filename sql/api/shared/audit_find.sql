-- sojourn.audit_find(...): the rows of the audit between two ids that fit a search.
-- Parameters: p_low, p_high  ids, p_high not included; p_from, p_until  days on the
--             clock that rules saw; p_who an account; p_people persons, empty =
--             any unless p_person (then nobody fits); p_sections, p_uni ids, null
--             = any; p_act, p_outcome, p_kind, p_request words or ''; p_object an
--             id; p_indexed  an index finds the rows: those it leaves out, acts
--             of students on sections, are not asked for; p_limit
-- Returns: rows, newest first, as staff_api.audit without its last column
-- Tables: audit, account, university, temporary_id, section, host (read)
create or replace function sojourn.audit_find(p_low bigint, p_high bigint,
    p_from date, p_until date, p_who bigint, p_people bigint[],
    p_person boolean, p_sections bigint[], p_uni integer, p_act text,
    p_outcome text, p_kind text, p_object bigint, p_indexed boolean,
    p_request text, p_limit integer)
returns table (id bigint, at timestamptz, told_at timestamptz, login text,
    person text, university text, program text, act text, object_kind text,
    object_id bigint, object text, outcome text, rule text,
    request_id text, detail text)
language plpgsql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
	v_zone text := (select h.zone from host h);
	v_some boolean := coalesce(cardinality(p_people), 0) > 0;
begin
	return query
	select w.id, w.at, w.told_at, coalesce(a.login, ''),
	       coalesce((select t.id from temporary_id t
		   where t.person_id = w.person_id limit 1), ''),
	       coalesce(u.code, ''), w.program, w.act,
	       case when w.object_kind = 'section' and w.object_id < 0
		   then 'practice' else w.object_kind end, w.object_id,
	       coalesce(s.code, ''), w.outcome, coalesce(w.rule, ''),
	       coalesce(w.request_id, ''), w.detail::text
	  from audit w
	  left join account a on a.id = w.account_id
	  left join university u on u.id = w.university_id
	  left join section s on w.object_kind = 'section'
		and s.id = w.object_id
	 where w.id >= p_low and w.id < p_high
	   and (p_from is null
		or w.told_at >= p_from::timestamp at time zone v_zone)
	   and (p_until is null
		or w.told_at < (p_until + 1)::timestamp at time zone v_zone)
	   and (p_who is null or (w.account_id = p_who
		and (v_some or w.program <> 'register')))
	   and (not (v_some or p_person) or w.person_id = any (p_people))
	   and (p_sections is null or (w.object_kind = 'section'
		and w.object_id = any (p_sections)))
	   and (p_uni is null or w.university_id = p_uni)
	   and (coalesce(p_act, '') = '' or w.act = p_act)
	   and (coalesce(p_outcome, '') = '' or w.outcome = p_outcome)
	   and (coalesce(p_kind, '') = '' or w.object_kind = p_kind
		or (p_kind = 'practice' and w.object_kind = 'section'
		    and w.object_id < 0))
	   and (p_object is null or (w.object_id = p_object
		and (not p_indexed or v_some
		    or coalesce(p_kind, '') in ('', 'section', 'practice')
		    or w.object_kind <> 'section')))
	   and (coalesce(p_request, '') = '' or (w.request_id = p_request
		and (v_some or w.program <> 'register')))
	 order by w.id desc
	 limit p_limit;
end
$$;
