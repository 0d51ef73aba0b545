-- staff_api.audit(...): a search in the audit.  Reading it is itself recorded
-- (S25), with ids in the place of what was typed and, for a file, the reason.
-- People, requests, accounts of the office and objects are found by indexes; for
-- anything else a page looks at half a million rows at most and says where to go
-- on, so that it is quick however long the audit is.
-- Parameters: p_from, p_until  days on the clock that rules saw; p_who  the login
--             of who acted; p_person  a temporary ID or a student's login;
--             p_section a code, of any term; p_university a code; p_act,
--             p_outcome, p_kind words or ''; p_object  an id; p_request;
--             p_before  only rows older than this id (for the next page);
--             p_limit; p_reason  the word why a file was taken, '' = shown
--             on a page, which ends after its half million
-- Returns: rows, newest first; `more` is where the next page begins, on a last
--          row of its own whose other columns are null
-- Tables: audit, account, university, temporary_id, person, section,
--         request (read), audit (insert)
create or replace function staff_api.audit(p_session bytea, p_right text,
    p_from date, p_until date, p_who text, p_person text, p_section text,
    p_university text, p_act text, p_outcome text, p_kind text,
    p_object bigint, p_request text, p_before bigint, p_limit integer,
    p_reason text)
returns table (id bigint, at timestamptz, told_at timestamptz, login text,
    person text, university text, program text, act text, object_kind text,
    object_id bigint, object text, outcome text, rule text,
    request_id text, detail text, more bigint)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
	v_actor    sojourn.actor := sojourn.enter(p_session, p_right);
	v_zone     text := (select h.zone from host h);
	v_file     boolean := coalesce(p_reason, '') <> '';
	v_who      bigint;
	v_people   bigint[];
	v_asked    bigint[];
	v_sections bigint[];
	v_uni      integer;
	v_newest   bigint := coalesce(p_before, (select max(a.id) + 1 from audit a));
	v_oldest   bigint := 0;
	v_n        integer;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	if p_who <> '' then
		v_who := coalesce((select a.id from account a
		    where a.login = p_who), -1);
	end if;
	if p_person <> '' then
		v_people := array(
		    select p.id from person p
		     where p.id = sojourn.person_root(q.person_id)
			or p.merged_into = sojourn.person_root(q.person_id))
		  from (select coalesce((select t.person_id from temporary_id t
			where t.id = upper(p_person)), (select a.person_id
			from account a where a.login = p_person), -1)
			as person_id) q;
	end if;
	if p_section <> '' then
		v_sections := array(select s.id from section s
		    where s.code = upper(p_section));
	end if;
	if p_university <> '' then
		v_uni := coalesce((select u.id from university u
		    where u.code = upper(p_university)), -1);
	end if;
	if p_request <> '' then
		v_asked := array(select r.account_id from request r
		    where r.id = p_request);
		v_people := coalesce(v_people, array(select a.person_id
		    from account a where a.id = any (v_asked)
		      and a.kind = 'student'));
	end if;
	-- Students' acts on sections have no index by account: by person.
	if v_people is null and v_who is not null then
		v_people := array(select a.person_id from account a
		    where a.id = v_who and a.kind = 'student');
	end if;
	if not v_file and coalesce(cardinality(v_people), 0) = 0
	   and coalesce(p_request, '') = '' and v_who is null
	   and (p_object is null or coalesce(p_kind, '') in ('', 'section',
		'practice'))
	then
		v_oldest := greatest(0, v_newest - 500000);
	end if;
	return query
	select w.id, w.at, w.told_at, coalesce(a.login, ''),
	       coalesce((select t.id from temporary_id t
		   where t.person_id = w.person_id limit 1), ''),
	       coalesce(u.code, ''), w.program, w.act,
	       case when w.object_kind = 'section' and w.object_id < 0
		   then 'practice' else w.object_kind end, w.object_id,
	       coalesce(s.code, ''), w.outcome, coalesce(w.rule, ''),
	       coalesce(w.request_id, ''), w.detail::text, null::bigint
	  from audit w
	  left join account a on a.id = w.account_id
	  left join university u on u.id = w.university_id
	  left join section s on w.object_kind = 'section'
		and s.id = w.object_id
	 where w.id < v_newest and w.id >= v_oldest
	   and (p_from is null
		or w.told_at >= p_from::timestamp at time zone v_zone)
	   and (p_until is null
		or w.told_at < (p_until + 1)::timestamp at time zone v_zone)
	   and (v_who is null or (w.account_id = v_who and
		(cardinality(v_people) > 0 or w.program <> 'register')))
	   and (coalesce(cardinality(v_people), 0) = 0 and coalesce(p_person, '') = ''
		or w.person_id = any (v_people))
	   and (v_sections is null or (w.object_kind = 'section'
		and w.object_id = any (v_sections)))
	   and (v_uni is null or w.university_id = v_uni)
	   and (coalesce(p_act, '') = '' or w.act = p_act)
	   and (coalesce(p_outcome, '') = '' or w.outcome = p_outcome)
	   and (coalesce(p_kind, '') = '' or w.object_kind = p_kind
		or (p_kind = 'practice' and w.object_kind = 'section'
		    and w.object_id < 0))
	   and (p_object is null or (w.object_id = p_object and (v_oldest > 0
		or coalesce(p_kind, '') in ('', 'section', 'practice')
		or w.object_kind <> 'section')))
	   and (coalesce(p_request, '') = '' or (w.request_id = p_request
		and (cardinality(v_people) > 0 or w.program <> 'register')))
	 order by w.id desc
	 limit least(p_limit, 50000);
	get diagnostics v_n = row_count;
	if v_n < p_limit and v_oldest > 0 then
		more := v_oldest;
		return next;
	end if;
	perform sojourn.note(v_actor, case when v_file then 'audit-file'
	    else 'audit-read' end, 'audit', null, 'done',
	    'S25', null, jsonb_strip_nulls(jsonb_build_object('from', p_from,
		'until', p_until, 'who', v_who, 'people', v_people[1],
		'section', v_sections[1], 'university', v_uni,
		'act', nullif(p_act, ''),
		'outcome', nullif(p_outcome, ''), 'kind',
		nullif(p_kind, ''), 'object', p_object, 'before', p_before,
		'rows', v_n, 'reason', nullif(p_reason, ''))));
end
$$;
