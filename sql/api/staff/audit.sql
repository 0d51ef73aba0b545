-- staff_api.audit(...): a search in the audit.  Reading it is itself recorded
-- (S25), with the filters and, for a file, the reason.
-- Parameters: p_from, p_until  days on the clock that rules saw; p_who  a login;
--             p_act, p_outcome, p_kind words or ''; p_object  an id;
--             p_before  only rows older than this id (for the next page);
--             p_limit; p_reason  the word why a file was taken, '' = shown
--             on a page
-- Returns: rows, newest first
-- Tables: audit, account, university (read), audit (insert)
create or replace function staff_api.audit(p_session bytea, p_right text,
    p_from date, p_until date, p_who text, p_act text, p_outcome text,
    p_kind text, p_object bigint, p_before bigint, p_limit integer,
    p_reason text)
returns table (id bigint, at timestamptz, told_at timestamptz, login text,
    university text, program text, act text, object_kind text,
    object_id bigint, person_id bigint, outcome text, rule text,
    request_id text, detail text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor;
	v_zone  text := (select h.zone from host h);
begin
	v_actor := sojourn.enter(p_session, p_right);
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select w.id, w.at, w.told_at, coalesce(a.login, ''),
	       coalesce(u.code, ''), w.program, w.act, case when w.object_kind = 'section'
		   and w.object_id < 0 then 'practice' else w.object_kind end,
	       w.object_id, w.person_id, w.outcome, coalesce(w.rule, ''),
	       coalesce(w.request_id, ''), w.detail::text
	  from audit w
	  left join account a on a.id = w.account_id
	  left join university u on u.id = w.university_id
	 where (p_before is null or w.id < p_before)
	   and (p_from is null
		or w.told_at >= p_from::timestamp at time zone v_zone)
	   and (p_until is null
		or w.told_at < (p_until + 1)::timestamp at time zone v_zone)
	   and (coalesce(p_who, '') = '' or a.login = p_who)
	   and (coalesce(p_act, '') = '' or w.act = p_act)
	   and (coalesce(p_outcome, '') = '' or w.outcome = p_outcome)
	   and (coalesce(p_kind, '') = '' or w.object_kind = p_kind
		or (p_kind = 'practice' and w.object_kind = 'section'
		    and w.object_id < 0))
	   and (p_object is null or w.object_id = p_object)
	 order by w.id desc
	 limit least(p_limit, 50000);
	perform sojourn.note(v_actor, case when coalesce(p_reason, '') = ''
	    then 'audit-read' else 'audit-file' end, 'audit', null, 'done',
	    'S25', null, jsonb_strip_nulls(jsonb_build_object('from', p_from,
		'until', p_until, 'who', nullif(p_who, ''), 'act',
		nullif(p_act, ''), 'outcome', nullif(p_outcome, ''), 'kind',
		nullif(p_kind, ''), 'object', p_object, 'before', p_before,
		'reason', nullif(p_reason, ''))));
end
$$;
