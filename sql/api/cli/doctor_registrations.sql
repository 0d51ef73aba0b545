-- cli_api.doctor_registrations(): each registration is what the acts of the
-- audit made of it; no request did the same thing twice.
-- Violations: registration-lost (done and not there; F13), registration-back
--             (left, and there), registration-closed (closed by the host and
--             held on, R32), registration-made (there without an act),
--             request-twice (F8)
-- Lines of a practice, whose sections are below zero, tell nothing.
-- It reads alone, so that a copy can be asked that takes no writing.
-- Tables: audit, audit_batch, enrolment, section (read)
create or replace function cli_api.doctor_registrations()
returns table (violation text, ids text)
language sql stable security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
	with line as materialized (
		select l.id, l.account_id, l.person_id, l.section_id, l.request_id
		  from audit_batch b cross join lateral unnest(b.lines) l),
	act as (
		select l.id, l.person_id, l.section_id, 'enrol' as act
		  from line l where l.section_id > 0
		union all
		select a.id, a.person_id, a.object_id::integer as section_id, a.act
		  from audit a
		 where a.object_kind = 'section' and a.object_id > 0
		   and a.outcome = 'done' and a.person_id is not null
		   and a.act in ('enrol', 'swap', 'cancel', 'closed-by-host')
		union all
		select a.id, a.person_id, (a.detail ->> 'left')::integer, 'cancel'
		  from audit a
		 where a.object_kind = 'section' and a.object_id > 0
		   and a.outcome = 'done' and a.act = 'swap'),
	last as materialized (
		select distinct on (t.person_id, t.section_id) t.*
		  from act t order by t.person_id, t.section_id, t.id desc)
	select case when e.person_id is null then 'registration-lost'
		    when l.act = 'cancel' then 'registration-back'
		    else 'registration-closed' end,
	       format('person=%s section=%s audit=%s', l.person_id,
		   l.section_id, l.id)
	  from last l
	  join section s on s.id = l.section_id
	  left join enrolment e on e.person_id = l.person_id
		and e.section_id = l.section_id
	 where case l.act when 'cancel' then e.person_id is not null
		when 'closed-by-host' then e.state is distinct from 'closed_by_host'
		else e.person_id is null end
	union all
	select 'registration-made', format('person=%s section=%s', e.person_id,
	       e.section_id)
	  from enrolment e
	 where e.state = 'enrolled' and e.section_id > 0
	   and not exists (select from last l
		where l.person_id = e.person_id and l.section_id = e.section_id)
	union all
	select 'request-twice', format('account=%s request=%s section=%s',
	       a.account_id, a.request_id, min(a.object_id))
	  from (
		select a.account_id, a.request_id, a.object_id, a.n
		  from audit a
		 where a.request_id is not null and a.outcome = 'done'
		   and a.act in ('enrol', 'swap', 'cancel')
		union all
		select l.account_id, l.request_id, l.section_id, 1
		  from line l where l.request_id is not null) a
	 group by a.account_id, a.request_id, a.n having count(*) > 1
	 order by 1, 2
$$;
