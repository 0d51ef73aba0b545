-- staff_api.audit(...): a search in the audit.  Reading it is itself recorded
-- (S25), with ids in the place of what was typed and, for a file, the reason.
-- People, requests, accounts of the office and objects are found by indexes, days
-- and acts by what clerk has noted when it sealed (audit_day); for anything else
-- a page looks at two million rows at most and says where to go on, so that it is
-- quick however long the audit is.
-- Parameters: p_from, p_until  days on the clock that rules saw; p_who  the login
--             of who acted; p_person  a temporary ID or a student's login;
--             p_section a code, of any term; p_university a code; p_act,
--             p_outcome, p_kind words or ''; p_object  an id; p_request;
--             p_before  only rows older than this id (for the next page);
--             p_limit; p_reason  the word why a file was taken, '' = shown
--             on a page, which ends after its two million
-- Returns: rows, newest first; `more` is where the next page begins, on a last
--          row of its own whose other columns are null
-- Tables: account, university, person, temporary_id, section, request,
--         enrolment (read), audit (insert), those of sojourn.audit_find and sojourn.audit_spans
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
as $$
declare
	v_actor    sojourn.actor := sojourn.enter(p_session, p_right);
	v_settled  integer := sojourn.audit_settle();
	v_file     boolean := coalesce(p_reason, '') <> '';
	v_who      bigint;
	v_people   bigint[];
	v_asked    bigint[];
	v_sections bigint[];
	v_uni      integer;
	v_newest   bigint := coalesce(p_before, (select max(a.id) + 1 from audit a));
	v_left     bigint := 2000000;        -- rows that may still be looked at
	v_want     integer := least(p_limit, 50000);
	v_indexed  boolean;
	v_spans    int8multirange;
	v_span     int8range;
	v_from     bigint;
	v_got      integer;
	v_n        integer := 0;
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
		    where r.id = p_request
		    union select a.id from enrolment e
		    join account a on a.person_id = e.person_id
		    where e.request_id = p_request);
		v_people := coalesce(v_people, array(select a.person_id
		    from account a where a.id = any (v_asked)
		      and a.kind = 'student'));
	end if;
	-- Students' acts on sections have no index by account: by person.
	if v_people is null and v_who is not null then
		v_people := array(select a.person_id from account a
		    where a.id = v_who and a.kind = 'student');
	end if;
	v_indexed := coalesce(cardinality(v_people), 0) > 0
	    or coalesce(p_request, '') <> '' or v_who is not null
	    or (p_object is not null and coalesce(p_kind, '') not in ('',
		'section', 'practice'));
	v_spans := case when v_indexed then int8multirange(int8range(0, null))
	    else sojourn.audit_spans(p_from, p_until, p_act) end
	    * int8multirange(int8range(0, greatest(v_newest, 0)));
	for v_span in select x from unnest(v_spans) x order by x desc loop
		v_from := lower(v_span);
		if not v_file and not v_indexed then
			v_from := greatest(v_from, upper(v_span) - v_left);
		end if;
		return query select f.*, null::bigint
		  from sojourn.audit_find(v_from, upper(v_span), p_from,
		    p_until, v_who, v_people, coalesce(p_person, '') <> '',
		    v_sections, v_uni, p_act, p_outcome, p_kind, p_object,
		    v_indexed, p_request, v_want - v_n) f;
		get diagnostics v_got = row_count;
		v_n := v_n + v_got;
		v_left := v_left - (upper(v_span) - v_from);
		exit when v_n >= v_want;
		if not v_file and not v_indexed and v_left <= 0
		   and v_from > lower(v_spans) then
			more := v_from;
			return next;
			exit;
		end if;
	end loop;
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
