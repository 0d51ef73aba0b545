-- teach_api.sheet(session, right, section, term, lang): the grade sheet: everyone
-- enrolled, by name; the withdrawn ones last.
-- Returns: grade as typed with its version; open: it can be entered now (a
--          missing one always, a given one until the announcement); appeal: a
--          request for correction is open
-- Tables: enrolment, grade, grade_value, grade_appeal, withdrawal, person,
--   temporary_id, registration_right, university (read)
create or replace function teach_api.sheet(p_session bytea, p_right text,
    p_section text, p_term text, p_lang text)
returns table (login text, name text, latin text, university text, state text,
    grade text, version integer, entered_at timestamptz, late boolean,
    open boolean, left_at timestamptz, appeal boolean)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_id    integer;
	v_term  integer;
	v_now   text;
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	v_id := teach_api.section_of(v_actor, p_section, p_term);
	v_term := (select s.term_id from section s where s.id = v_id);
	v_now := (sojourn.grade_times(v_term)).state;
	return query
	select coalesce(t.id, ''), p.name_native,
	       btrim(p.name_family || ' ' || p.name_given),
	       coalesce(sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
		   ''), e.state, x.grade, coalesce(g.version, 0),
	       g.entered_at, coalesce(v.late, false),
	       e.holds_seat and t.id is not null and case v_now
		   when 'before' then false
		   when 'announced' then x.grade = '' else true end,
	       case when e.state = 'withdrawn' then (select max(w.decided_at)
		   from withdrawal w where w.person_id = e.person_id
		    and w.section_id = v_id and w.state = 'withdrawn') end,
	       exists (select from grade_appeal o
		   where o.person_id = e.person_id and o.section_id = v_id
		     and o.state = 'open')
	  from enrolment e
	  join person p on p.id = e.person_id
	  left join temporary_id t on t.person_id = e.person_id
	  left join registration_right r on r.person_id = e.person_id
		and r.term_id = v_term
	  left join university u on u.id = r.university_id
	  left join grade g on g.person_id = e.person_id
		and g.section_id = v_id
	  left join grade_value v on v.person_id = g.person_id
		and v.section_id = g.section_id and v.version = g.version
	 cross join lateral (select case when e.holds_seat then
	     sojourn.grade_text(g.percent, g.pass) else '' end as grade) x
	 where e.section_id = v_id and e.state <> 'closed_by_host'
	 order by not e.holds_seat, p.name_native, t.id;
end
$$;
