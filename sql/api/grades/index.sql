-- grades_api.index(session, right, term, lang): what stands above a student's
-- grades of a term (R14, R15).
-- Returns: one row: the term, since when grades are seen (announced_at; null:
--          not yet) or from when (view_at), the appeal window, credits granted
--          and how many courses count; none for a term that is not there
-- Tables: term, time_window (read), by sojourn.grades_of
create or replace function grades_api.index(p_session bytea, p_right text,
    p_term text, p_lang text)
returns table (term text, announced_at timestamptz, view_at timestamptz,
    view_epoch bigint, appeal_state text, appeal_opens timestamptz,
    appeal_closes_at timestamptz, granted integer, counted integer,
    university text, coordinator_name text, coordinator_email text)
language plpgsql volatile security definer
set search_path = sojourn, pg_catalog, pg_temp
as $$
declare
	v_actor sojourn.actor := sojourn.enter(p_session, p_right);
	v_term  integer := sojourn.term_current(p_term);
begin
	if v_actor.outcome <> 'done' then
		return;
	end if;
	return query
	select t.code, sojourn.grades_announced(t.id), v.opens_at,
	       extract(epoch from v.opens_at)::bigint, a.state, a.opens_at,
	       a.closes_at, coalesce(g.granted, 0), coalesce(g.courses, 0),
	       coalesce(sojourn.pick(p_lang, u.name_ko, u.name_en, u.name_ja),
		   ''), coalesce(u.coordinator_name, ''),
	       coalesce(u.coordinator_email, '')
	  from term t
	 cross join sojourn.window_state(t.id, 'GRADE_VIEW') v
	 cross join sojourn.window_state(t.id, 'GRADE_APPEAL') a
	 cross join lateral (select sum(o.credits) filter (
		where o.credit_granted)::integer as granted,
		count(*)::integer as courses
	     from sojourn.grades_of(v_actor.person_id, t.id) o) g
	  left join registration_right r on r.person_id = v_actor.person_id
		and r.term_id = t.id
	  left join university u on u.id = r.university_id
	 where t.id = v_term;
end
$$;
