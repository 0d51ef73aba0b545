-- teach_api.roster(session, right, section, term, lang): who is in a section, and
-- who was: added, cancelled, withdrawn, and when.  What was cancelled left no
-- enrolment (R10); it is read from the audit of those who may register.
-- Returns: one row per student; state of the enrolment, or cancelled;
--          added_at; left_at when it was cancelled, withdrawn or closed
-- Tables: enrolment, withdrawal, registration_right, audit, person,
--   temporary_id, application, university, section (read)
create or replace function teach_api.roster(p_session bytea, p_right text,
    p_section text, p_term text, p_lang text)
returns table (login text, name text, latin text, university text,
    department text, level text, state text, added_at timestamptz,
    left_at timestamptz)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    integer;
	v_term  integer;
begin
	perform sojourn.audit_settle();
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_id := teach_api.section_of(v_actor, p_section, p_term);
	v_term := (select s.term_id from section s where s.id = v_id);
	return query
	with here as materialized (
		select e.person_id, e.state, e.enrolled_at as added,
		       case e.state when 'withdrawn' then (select max(w.decided_at)
			   from withdrawal w where w.person_id = e.person_id
			    and w.section_id = v_id and w.state = 'withdrawn')
			   end as gone
		  from enrolment e where e.section_id = v_id),
	was as materialized (
		select w.person_id, max(w.told_at) filter (where w.object_id = v_id
			   and w.act in ('enrol', 'swap', 'waitlist')) as added,
		       max(w.told_at) as gone
		  from registration_right r
		  join audit w on w.person_id = r.person_id
		 where r.term_id = v_term and w.object_kind = 'section'
		   and w.outcome = 'done' and w.act in ('enrol', 'swap', 'cancel')
		   and (w.object_id = v_id
			or w.detail ->> 'dropped' = p_section)
		   and w.person_id not in (select h.person_id from here h)
		 group by w.person_id)
	select coalesce(t.id, ''), p.name_native,
	       btrim(p.name_family || ' ' || p.name_given),
	       coalesce(sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
		   ''), coalesce(a.department, ''), coalesce(a.level, ''),
	       x.state, x.added, x.gone
	  from (select h.person_id, h.state, h.added, h.gone from here h
		union all
		select w.person_id, 'cancelled', w.added, w.gone from was w) x
	  join person p on p.id = x.person_id
	  left join temporary_id t on t.person_id = x.person_id
	  left join registration_right r on r.person_id = x.person_id
		and r.term_id = v_term
	  left join application a on a.id = r.application_id
	  left join university u on u.id = r.university_id
	 order by (x.state in ('withdrawn', 'cancelled', 'closed_by_host')),
	       p.name_native, t.id;
end
$$;
